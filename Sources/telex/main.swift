print("telex")
