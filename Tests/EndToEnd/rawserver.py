"""Serves the files of a folder as they are, whole HTTP answers, one for each path. Prints its port; ends with its standard input."""
import pathlib, socketserver, sys, threading

folder = pathlib.Path(sys.argv[1])


class Handler(socketserver.StreamRequestHandler):
    timeout = 10

    def handle(self):
        line = self.rfile.readline(65536).decode("latin-1").split(" ")
        while self.rfile.readline(65536) not in (b"\r\n", b"\n", b""):
            pass
        name = line[1].split("?")[0].strip("/") if len(line) > 1 else ""
        file = folder / (name + ".http")
        if "/" not in name and file.is_file():
            try:
                self.wfile.write(file.read_bytes())
            except OSError:
                pass


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


server = Server(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
