"""A small server of the Google Reader API on loopback, for the tests of sync. Prints its port; ends with its standard input."""
import json, sys, threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlparse

READ, STAR = "user/-/state/com.google/read", "user/-/state/com.google/starred"
tags = {1: set(), 2: {READ}, 3: set()}


def item(n):
    return {
        "id": "tag:google.com,2005:reader/item/%016x" % n, "title": "Dépêche <b>%d</b>" % n, "published": 1521556200 + n,
        "crawlTimeMsec": str((1521556200 + n) * 1000), "summary": {"content": "<p>Texte %d.</p>" % n},
        "canonical": [{"href": "http://a.example/%d" % n}], "origin": {"streamId": "feed/1", "title": "Fil"},
        "categories": sorted(tags[n]),
    }


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body):
        body = (body if isinstance(body, str) else json.dumps(body)).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def is_known(self):
        return self.headers.get("Authorization") == "GoogleLogin auth=jeton"

    def do_POST(self):
        form = parse_qs(self.rfile.read(int(self.headers.get("Content-Length", 0))).decode())
        if self.path.endswith("/accounts/ClientLogin"):
            good = form.get("Email") == ["nom"] and form.get("Passwd") == ["é&=p"]
            return self.answer(200 if good else 401, "SID=x\nLSID=x\nAuth=jeton\n" if good else "Error=BadAuthentication\n")
        if not self.is_known() or form.get("T") != ["billet"]:
            return self.answer(401, "")
        for number in form["i"]:
            tags[int(number)] |= set(form.get("a", []))
            tags[int(number)] -= set(form.get("r", []))
        self.answer(200, "OK")

    def do_GET(self):
        url = urlparse(self.path)
        asked = parse_qs(url.query)
        if url.path == "/tags":
            return self.answer(200, {str(n): sorted(t.rsplit("/", 1)[1] for t in tags[n]) for n in tags})
        if url.path == "/unread-2-star-3":
            tags[2].discard(READ)
            tags[3].add(STAR)
            return self.answer(200, "")
        if not self.is_known():
            return self.answer(401, "")
        path = url.path.split("/reader/api/0")[1]
        if path == "/token":
            self.answer(200, "billet\n")
        elif path == "/subscription/list":
            self.answer(200, {"subscriptions": [{"id": "feed/1", "title": "Fil", "url": "http://fil.example/rss", "categories": []}]})
        elif path == "/stream/contents/user/-/state/com.google/reading-list":
            items = [item(n) for n in tags if 1521556200 + n >= int(asked["ot"][0])]
            # Two pages.
            if "c" in asked:
                self.answer(200, {"items": items[2:]})
            else:
                self.answer(200, {"items": items[:2], **({"continuation": "suite"} if len(items) > 2 else {})})
        elif path == "/stream/items/ids":
            self.answer(200, {"itemRefs": [{"id": str(n)} for n in tags if asked["s"][0] in tags[n]]})
        else:
            self.answer(404, "")


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
