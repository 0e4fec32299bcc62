"""A news server on loopback for the tests of fetching. Prints its port; ends with its standard input."""
import base64, hashlib, os, sys, threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ARTICLE = "".join("<p>Alinéa %d de l'article, avec assez de mots pour compter comme un texte et non comme un menu.</p>" % n for n in range(6))
PAGE = ("<html><head><title>T</title></head><body><nav><ul><li><a href='/'>Accueil</a></li></ul></nav><div><p>Abonnez-vous</p></div>"
        "<article><h1>Teaser</h1>" + ARTICLE + "<p>Le dernier alinéa de l'article.</p></article><footer><p>Mentions</p></footer></body></html>")
state = {"title": "Le pont est fermé", "version": 1, "moved": False, "sent": ""}


def item(title, guid, more=""):
    return "<item><title>%s</title><guid isPermaLink='false'>%s</guid><pubDate>Tue, 20 Mar 2018 14:30:00 GMT</pubDate>%s</item>" % (title, guid, more)


def rss(*items):
    return "<?xml version='1.0'?><rss version='2.0'><channel><title>Fil d'essai</title>%s</channel></rss>" % "".join(items)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body="", **headers):
        body = body.encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def news(self):
        tag = '"v%d"' % state["version"]
        if self.headers.get("If-None-Match") == tag:
            state["sent"] = "304"
            return self.answer(304, ETag=tag)
        body = rss(item(state["title"], "a"), item("Une autre dépêche", "b"))
        state["sent"] = str(len(body))
        self.answer(200, body, Content_Type="application/rss+xml", ETag=tag)

    def do_GET(self):
        path = self.path
        asked = self.headers.get("Authorization", "")
        if path == "/page":
            self.answer(200, "<html><head><link rel='alternate' type='application/rss+xml' title='Fil' href='news'></head><body>x</body></html>", Content_Type="text/html")
        elif path == "/news" and state["moved"]:
            self.answer(301, Location="/new-place")
        elif path in ("/news", "/new-place"):
            self.news()
        elif path == "/unconditional":
            # A server that never says 304 and finds a new validator for the same bytes each time.
            state["asked"] = state.get("asked", 0) + 1
            state["sent"] = self.headers.get("If-None-Match", "none")
            self.answer(200, rss(item("Toujours la même", "u")), Content_Type="application/rss+xml", ETag='"n%d"' % state["asked"])
        elif path == "/correct":
            state.update(title="Le pont est rouvert", version=2)
            self.answer(200)
        elif path == "/move":
            state["moved"] = True
            self.answer(200)
        elif path == "/sent":
            self.answer(200, state["sent"])
        elif path == "/file":
            body = open(os.environ["TELEX_TEST_FEED"], encoding="utf-8").read()
            tag = '"%s"' % hashlib.sha256(body.encode()).hexdigest()
            if self.headers.get("If-None-Match") == tag:
                return self.answer(304, ETag=tag)
            self.answer(200, body, Content_Type="application/rss+xml", ETag=tag)
        elif path == "/busy":
            self.answer(503, Retry_After="3600")
        elif path == "/teasers":
            self.answer(200, rss(item("Teaser", "t", "<link>http://127.0.0.1:%d/article</link><description>Court.</description>" % self.server.server_port)))
        elif path == "/article":
            self.answer(200, PAGE, Content_Type="text/html; charset=utf-8")
        elif path == "/basic" and asked == "Basic " + base64.b64encode(b"u:p").decode():
            self.answer(200, rss(item("Derrière un mot de passe", "s")))
        elif path == "/bearer" and asked == "Bearer t":
            self.answer(200, rss(item("Derrière un jeton", "j")))
        elif path in ("/basic", "/bearer"):
            self.answer(401)
        else:
            self.answer(404)


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
