// Placeholder of the room until its first file lands.
