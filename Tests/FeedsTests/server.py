"""A server on loopback that behaves, and misbehaves, as the path says. Prints its port, ends with its standard input."""
import gzip, sys, threading, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

FEED = b"<rss version='2.0'><channel><title>T</title><item><title>Un</title></item></channel></rss>"

# Made once: packing 64 MB for each request would keep a loaded machine busy.
BOMB = gzip.compress(b"\0" * (64 << 20))


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        path = self.path.split("?")[0]
        try:
            getattr(self, "on_" + path.strip("/").replace("-", "_").replace("/", "_"), self.on_missing)()
        except (BrokenPipeError, ConnectionResetError):
            pass

    def on_missing(self):
        self.answer(404)

    def on_feed(self):
        if self.headers.get("If-None-Match") == '"v1"':
            return self.answer(304, ETag='"v1"')
        self.answer(200, FEED, Content_Type="application/rss+xml", ETag='"v1"', Last_Modified="Tue, 20 Mar 2018 14:30:00 GMT", Cache_Control="public, max-age=900")

    def on_gzip(self):
        self.answer(200, gzip.compress(FEED), Content_Encoding="gzip")

    def on_bomb(self):
        self.answer(200, BOMB, Content_Encoding="gzip")

    def on_twice(self):
        self.answer(200, gzip.compress(gzip.compress(FEED)), Content_Encoding="gzip, gzip")

    def on_not_gzip(self):
        self.answer(200, FEED, Content_Encoding="gzip")

    def on_moved(self):
        self.answer(301, Location="/feed")

    def on_to_metadata(self):
        self.answer(301, Location="http://169.254.169.254/latest/meta-data/")

    def on_to_metadata_decimal(self):
        self.answer(302, Location="http://2852039166/latest/")

    def on_to_metadata_six(self):
        self.answer(302, Location="http://[::ffff:169.254.169.254]/latest/")

    def on_away(self):
        self.answer(302, Location="/feed")

    def on_mixed(self):
        self.answer(301, Location="/away")

    def on_loop(self):
        self.answer(302, Location="/loop")

    def on_to_file(self):
        self.answer(302, Location="file:///etc/passwd")

    def on_to_ftp(self):
        self.answer(302, Location="ftp://127.0.0.1/x")

    def on_busy(self):
        self.answer(503, Retry_After="120")

    def on_gone(self):
        self.answer(410)

    def on_cut(self):
        self.send_response(200)
        self.send_header("Content-Length", "5000")
        self.end_headers()
        self.wfile.write(FEED)
        self.close_connection = True

    def on_silent(self):
        time.sleep(30)

    def on_headers(self):
        self.send_response(200)
        for number in range(2000):
            self.send_header("X-Fill-%d" % number, "x" * 400)
        self.end_headers()

    def on_secret(self):
        self.answer(200, (self.headers.get("Authorization") or "none").encode())

    def on_secret_elsewhere(self):
        self.answer(302, Location="http://localhost:%d/secret" % self.server.server_port)

    def on_inject(self):
        self.answer(200, (self.headers.get("If-None-Match") or "none").encode())


ThreadingHTTPServer.request_queue_size = 128
ThreadingHTTPServer.handle_error = lambda *_: None
server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
