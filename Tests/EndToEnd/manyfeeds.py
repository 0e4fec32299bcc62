"""Two hundred feeds on loopback, most of them bad: twenty hosts 127.0.0.1 … 127.0.0.20, ten feeds each. Prints its port."""
import gzip, sys, threading, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def feed(name, items=5):
    return ("<rss version='2.0'><channel><title>%s</title>%s</channel></rss>" % (name, "".join(
        "<item><title>Dépêche %d de %s</title><guid>%s-%d</guid><description>%s</description></item>" % (n, name, name, n, "Un texte. " * 40)
        for n in range(items)))).encode()


BOMB = gzip.compress(b"<rss>" + b" " * (200 << 20))
bodies = {"count": 0}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", **headers):
        bodies["count"] += len(body) > 0 and status == 200 and self.path != "/bodies"
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        try:
            self.give()
        except (BrokenPipeError, ConnectionResetError):
            pass

    def give(self):
        name = "%s%s" % (self.server.server_address[0], self.path)
        kind = self.path.strip("/")
        if kind == "bodies":
            return self.answer(200, str(bodies["count"]).encode())
        if kind in ("good0", "good1", "good2", "packed", "away") and self.headers.get("If-None-Match") == '"1"':
            return self.answer(304, ETag='"1"')
        if kind.startswith("good"):
            self.answer(200, feed(name), ETag='"1"', Content_Type="application/rss+xml")
        elif kind == "packed":
            self.answer(200, gzip.compress(feed(name)), ETag='"1"', Content_Encoding="gzip")
        elif kind == "away":
            self.answer(302, Location="/good-away")
        elif kind == "hang":
            time.sleep(60)
        elif kind == "huge":
            self.send_response(200)
            self.end_headers()
            for _ in range(64):
                self.wfile.write(b"<rss>" * (1 << 18))
            self.close_connection = True
        elif kind == "bomb":
            self.answer(200, BOMB, Content_Encoding="gzip")
        elif kind == "cut":
            self.send_response(200)
            self.send_header("Content-Length", "900000")
            self.end_headers()
            self.wfile.write(feed(name))
            self.close_connection = True
        elif kind == "loop":
            self.answer(302, Location="/loop")
        else:
            self.answer(500)


ThreadingHTTPServer.request_queue_size = 128
ThreadingHTTPServer.handle_error = lambda *_: None
ThreadingHTTPServer.daemon_threads = True
first = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
servers = [first] + [ThreadingHTTPServer(("127.0.0.%d" % n, first.server_port), Handler) for n in range(2, 21)]
for server in servers:
    threading.Thread(target=server.serve_forever, daemon=True).start()
print(first.server_port, flush=True)
sys.stdin.read()
