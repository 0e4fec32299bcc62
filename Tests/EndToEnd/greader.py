"""A small server of the Google Reader API on loopback, for the tests of sync. Prints its port; ends with its standard input.

Under /api/greader.php it speaks as FreshRSS does (a feed has one folder; items come with stream/contents), under /miniflux as Miniflux
does (no stream/contents: unknown addresses answer `[]`; writing needs the token in the form). What happened to it is under /state.
"""
import json, sys, threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlparse

READ, STAR, LABEL = "user/-/state/com.google/read", "user/-/state/com.google/starred", "user/-/label/"
tags = {1: set(), 2: {READ}, 3: set()}
feeds = {"feed/1": {"url": "http://fil.example/rss", "title": "Fil", "folder": "Monde"}}
items = {n: {"feed": "feed/1", "title": "Dépêche <b>%d</b>" % n, "link": "http://a.example/%d" % n} for n in tags}
BEGAN = 1521556200
# Addresses that the server cannot follow, and those it knows under another one.
DEAD, ALIASES = {"http://mort.example/rss"}, {"http://alias.example/": "http://alias.example/feed.xml"}


def content(n):
    about = items[n]
    return {
        "id": "tag:google.com,2005:reader/item/%016x" % n, "title": about["title"], "published": about.get("published", BEGAN + n),
        "crawlTimeMsec": str((BEGAN + n) * 1000), "summary": {"content": "<p>Texte %d.</p>" % n},
        "canonical": [{"href": about["link"]}], "origin": {"streamId": about["feed"], "title": feeds.get(about["feed"], {}).get("title", "")},
        "categories": sorted(tags[n]),
    }


def number(text):
    return int(text.rsplit("/", 1)[1], 16) if text.startswith("tag:") else int(text)


def follow(address, title="", folder=""):
    if address in DEAD or not address.startswith("http"):
        return None
    address = ALIASES.get(address, address)
    for stream, feed in feeds.items():
        if feed["url"] == address:
            return None
    stream = "feed/%d" % (max([0] + [int(s[5:]) for s in feeds]) + 1)
    feeds[stream] = {"url": address, "title": title or address.split("/")[2], "folder": folder or "Sans dossier"}
    return stream


def edit(form):
    action, stream = form["ac"][0], form["s"][0]
    title, folder = form.get("t", [""])[0], form.get("a", [""])[0].removeprefix(LABEL)
    if action == "subscribe":
        return follow(stream.removeprefix("feed/"), title, folder) is not None
    if stream not in feeds:
        return False
    if action == "unsubscribe":
        del feeds[stream]
    elif action == "edit":
        feeds[stream]["title"] = title or feeds[stream]["title"]
        if folder:
            feeds[stream]["folder"] = folder
        elif form.get("r") == [LABEL + feeds[stream]["folder"]]:
            feeds[stream]["folder"] = "Sans dossier"
    return action in ("unsubscribe", "edit")


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

    @property
    def is_miniflux(self):
        return self.path.startswith("/miniflux/")

    def is_known(self):
        return self.headers.get("Authorization") == "GoogleLogin auth=jeton"

    def do_POST(self):
        form = parse_qs(self.rfile.read(int(self.headers.get("Content-Length", 0))).decode())
        if self.path.endswith("/accounts/ClientLogin"):
            good = form.get("Email") == ["nom"] and form.get("Passwd") == ["é&=p"]
            return self.answer(200 if good else 401, "SID=x\nLSID=x\nAuth=jeton\n" if good else "Error=BadAuthentication\n")
        token = "jeton" if self.is_miniflux else "billet"
        if form.get("T") != [token] or not self.is_miniflux and not self.is_known():
            return self.answer(401, "")
        path = urlparse(self.path).path.split("/reader/api/0")[1]
        if path == "/edit-tag":
            for n in map(number, form["i"]):
                tags[n] |= set(form.get("a", []))
                tags[n] -= set(form.get("r", []))
            self.answer(200, "OK")
        elif path == "/subscription/edit":
            self.answer(*((200, "OK") if edit(form) else (400, "Bad Request!")))
        elif path == "/subscription/quickadd":
            stream = follow(form["quickadd"][0])
            self.answer(200, {"numResults": 1, "streamId": stream} if stream else {"numResults": 0})
        elif path == "/stream/items/contents":
            self.answer(200, {"items": [content(n) for n in map(number, form["i"]) if n in tags]})
        else:
            self.answer(200, []) if self.is_miniflux else self.answer(404, "")

    def do_GET(self):
        url = urlparse(self.path)
        asked = {name: values[0] for name, values in parse_qs(url.query).items()}
        if url.path.startswith("/state"):
            return self.state(url.path, asked)
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
            self.answer(200, "jeton" if self.is_miniflux else "billet\n")
        elif path == "/subscription/list":
            self.answer(200, {"subscriptions": [
                {"id": s, "title": f["title"], "url": f["url"], "categories": [{"id": LABEL + f["folder"], "label": f["folder"]}]} for s, f in feeds.items()]})
        elif path == "/stream/contents/user/-/state/com.google/reading-list" and not self.is_miniflux:
            found = [content(n) for n in tags if BEGAN + n >= int(asked["ot"])]
            # Two pages.
            if "c" in asked:
                self.answer(200, {"items": found[2:]})
            else:
                self.answer(200, {"items": found[:2], **({"continuation": "suite"} if len(found) > 2 else {})})
        elif path == "/stream/items/ids":
            found = [n for n in sorted(tags, reverse=True) if asked["s"].endswith("/reading-list") or asked["s"] in tags[n]]
            found = [n for n in found if asked.get("xt") not in tags[n]]
            begin = int(asked.get("c", 0))
            # Two numbers a page, whatever is asked for.
            more = {"continuation": str(begin + 2)} if begin + 2 < len(found) else {}
            self.answer(200, {"itemRefs": [{"id": str(n)} for n in found[begin:begin + 2]], **more})
        else:
            self.answer(200, []) if self.is_miniflux else self.answer(404, "")

    def state(self, path, asked):
        """What a person does on the server's own page."""
        if path == "/state/follow":
            follow(asked["url"], asked.get("title", ""), asked.get("folder", ""))
        elif path == "/state/drop":
            for stream in [s for s, f in feeds.items() if f["url"] == asked["url"] or asked["url"] == "*"]:
                del feeds[stream]
        elif path == "/state/change":
            for feed in feeds.values():
                if feed["url"] == asked["url"]:
                    feed.update({name: asked[name] for name in ("title", "folder") if name in asked})
        elif path == "/state/item":
            n = max(tags) + 1
            tags[n] = set()
            stream = next(s for s, f in feeds.items() if f["url"] == asked["url"])
            items[n] = {"feed": stream, "title": asked["title"], "link": asked["link"], **({"published": int(asked["published"])} if "published" in asked else {})}
        elif path == "/state/purge":
            tags.pop(int(asked["n"]), None)
        self.answer(200, {f["url"]: [f["title"], f["folder"]] for f in feeds.values()})


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
