#!/usr/bin/env python3
"""Makes SampleData/dispatches from SampleData/gold and SampleData/written: the same invented dispatches, each once, spread over
every format that Telex reads. Run from the project's folder; the same input gives the same bytes.

Dispatches whose text bears its full date come as wire text, some in older encodings; the others come in formats whose
envelope dates them.
"""
import datetime, email.message, json, pathlib, re, shutil, textwrap
from xml.sax.saxutils import escape

ROOT = pathlib.Path(__file__).resolve().parent.parent / "SampleData"
OUT = ROOT / "dispatches"
MARK = re.compile(r"⟦([^|⟦⟧]+)\|([a-z]+)\|([^|⟦⟧]+)⟧")
MONTHS = "JAN FEV MAR AVR MAI JUN JUL AOU SEP OCT NOV DEC".split()
FULL_DATE = re.compile(r"\d{1,2}(er)? \w+\.? \d{4} ?\(")
BASE = "https://exemple.invalid/depeches"


class Sample:
    def __init__(self, path):
        self.id = path.stem
        self.text = MARK.sub(r"\1", path.read_text(encoding="utf-8"))
        self.facts = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        lines = self.text.split("\n")
        heads = [self.facts["headline"], *self.facts["subheads"]]
        # The body: what follows headline and sub-headlines.
        last = max((i for i, l in enumerate(lines) if any(h and h in l for h in heads) and i < 8), default=0)
        self.body = [l for l in lines[last + 1:] if l.strip()]
        self.hour = 5 + sum(map(ord, self.id)) % 16
        self.time = f"{self.facts['published']}T{self.hour:02}:{(7 * self.hour) % 60:02}:00Z"

    @property
    def html(self):
        return "".join(f"<p>{escape(p)}</p>" for p in self.body)


def rfc822(iso):
    return datetime.datetime.fromisoformat(iso.replace("Z", "+00:00")).strftime("%a, %d %b %Y %H:%M:%S +0000")


def write(name, content, encoding="utf-8"):
    path = OUT / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))


def wire(samples):
    for i, s in enumerate(samples):
        text, encoding, bom = s.text, "utf-8", b""
        if i % 6 == 1:
            bom = b"\xef\xbb\xbf"
        if i % 6 == 3:
            try:
                text.encode("cp1252"); encoding = "cp1252"
            except UnicodeEncodeError:
                pass
        if i % 6 == 5:
            text = text.replace("\n", "\r\n")
        write(f"wire/{s.id}.txt", bom + text.encode(encoding))


def rss(name, samples):
    items = "".join(f"""
  <item>
    <title>{escape(s.facts['headline'])}</title>
    <link>{BASE}/{s.id}</link>
    <guid isPermaLink="false">tag:exemple.invalid,2026:{s.id}</guid>
    <pubDate>{rfc822(s.time)}</pubDate>
    <dc:creator>{escape(s.facts['author'] or '')}</dc:creator>
    <description>{escape(s.body[0][:180])}…</description>
    <content:encoded><![CDATA[{s.html}]]></content:encoded>
  </item>""" for s in samples)
    write(name, f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
  <title>Dépêches d'exemple (RSS)</title>
  <link>{BASE}</link>
  <description>Des dépêches inventées</description>
  <language>fr</language>{items}
</channel>
</rss>
""")


def atom(name, samples):
    entries = "".join(f"""
  <entry>
    <id>tag:exemple.invalid,2026:{s.id}</id>
    <title>{escape(s.facts['headline'])}</title>
    <link rel="alternate" href="{BASE}/{s.id}"/>
    <published>{s.time}</published>
    <updated>{s.time}</updated>
    <content type="html">{escape(s.html)}</content>
  </entry>""" for s in samples)
    write(name, f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
  <id>tag:exemple.invalid,2026:atom</id>
  <title>Dépêches d'exemple (Atom)</title>
  <updated>2026-01-01T00:00:00Z</updated>{entries}
</feed>
""")


def rdf(name, samples):
    items = "".join(f"""
  <item rdf:about="{BASE}/{s.id}">
    <title>{escape(s.facts['headline'])}</title>
    <link>{BASE}/{s.id}</link>
    <dc:date>{s.time}</dc:date>
    <content:encoded>{escape(s.html)}</content:encoded>
  </item>""" for s in samples)
    seq = "".join(f'<rdf:li resource="{BASE}/{s.id}"/>' for s in samples)
    write(name, f"""<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
  <channel rdf:about="{BASE}"><title>Dépêches d'exemple (RDF)</title><link>{BASE}</link>
  <description>Des dépêches inventées</description><items><rdf:Seq>{seq}</rdf:Seq></items></channel>{items}
</rdf:RDF>
""")


def json_feed(name, samples):
    write(name, json.dumps({
        "version": "https://jsonfeed.org/version/1.1", "title": "Dépêches d'exemple (JSON Feed)", "home_page_url": BASE,
        "language": "fr", "items": [{
            "id": f"tag:exemple.invalid,2026:{s.id}", "url": f"{BASE}/{s.id}", "title": s.facts["headline"],
            "content_html": s.html, "date_published": s.time} for s in samples]}, ensure_ascii=False, indent=1) + "\n")


def newsml_g2(name, s):
    f = s.facts
    write(name, f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:exemple.invalid:{f['published']}:{s.id}" version="1"
  standard="NewsML-G2" standardversion="2.33" conformance="power" xml:lang="fr">
  <itemMeta>
    <itemClass qcode="ninat:text"/>
    <provider qcode="exemple:agence"><name>{escape(f['agency'] or 'Telex')}</name></provider>
    <versionCreated>{s.time}</versionCreated>
    <firstCreated>{s.time}</firstCreated>
    <pubStatus qcode="stat:usable"/>
  </itemMeta>
  <contentMeta>
    <urgency>4</urgency>
    <headline>{escape(f['headline'])}</headline>
    <language tag="fr"/>
  </contentMeta>
  <contentSet>
    <inlineXML contenttype="application/xhtml+xml">
      <html xmlns="http://www.w3.org/1999/xhtml"><head><title>{escape(f['headline'])}</title></head><body>{s.html}</body></html>
    </inlineXML>
  </contentSet>
</newsItem>
""")


def newsml_1(name, s):
    f = s.facts
    stamp = s.time.replace("-", "").replace(":", "")
    paragraphs = "".join(f"<p>{escape(p)}</p>" for p in s.body)
    write(name, f"""<?xml version="1.0" encoding="UTF-8"?>
<NewsML Version="1.2">
  <NewsEnvelope><DateAndTime>{stamp}</DateAndTime><Priority FormalName="4"/></NewsEnvelope>
  <NewsItem xml:lang="fr">
    <Identification><NewsIdentifier>
      <ProviderId>exemple.invalid</ProviderId><DateId>{f['published'].replace('-', '')}</DateId><NewsItemId>{s.id}</NewsItemId>
      <RevisionId PreviousRevision="0" Update="N">1</RevisionId>
      <PublicIdentifier>urn:newsml:exemple.invalid:{f['published'].replace('-', '')}:{s.id}:1</PublicIdentifier>
    </NewsIdentifier></Identification>
    <NewsManagement><NewsItemType FormalName="News"/><FirstCreated>{stamp}</FirstCreated>
      <ThisRevisionCreated>{stamp}</ThisRevisionCreated><Status FormalName="Usable"/><Urgency FormalName="4"/></NewsManagement>
    <NewsComponent><NewsLines><HeadLine>{escape(f['headline'])}</HeadLine></NewsLines>
      <ContentItem><DataContent>{paragraphs}</DataContent></ContentItem></NewsComponent>
  </NewsItem>
</NewsML>
""")


def ninjs(name, s):
    f = s.facts
    write(name, json.dumps({
        "uri": f"urn:newsml:exemple.invalid:{f['published']}:{s.id}", "standard": {"name": "ninjs", "version": "3.0"},
        "type": "text", "language": "fr", "urgency": 4, "pubStatus": "usable", "firstCreated": s.time, "versionCreated": s.time,
        "headlines": [{"role": "main", "value": f["headline"], "contentType": "text/plain"}],
        "bodies": [{"role": "main", "contentType": "application/xhtml+xml", "value": s.html}],
        "infoSources": [{"name": f["agency"] or "Telex"}]}, ensure_ascii=False, indent=1) + "\n")


def iptc_7901(name, samples):
    """Transmissions as a receiver writes them into one file: SOH header, keywords STX text ETX, date-time group; Latin-1, CR LF."""
    out = b""
    for i, s in enumerate(samples):
        day = datetime.datetime.fromisoformat(s.time.replace("Z", "+00:00"))
        words = sum(len(p.split()) for p in s.body)
        lines = [f"\x01txd{41 + i:03} 4 i {words} telex", slug(s), "\x02" + s.facts["headline"], ""]
        for paragraph in s.body:
            lines += ["   " + l if j == 0 else l for j, l in enumerate(textwrap.wrap(paragraph, 68))] + [""]
        lines += ["Not for publication", "Prochain point à 18H00.", "\x03"]
        lines += [f"{day:%d%H%M} {MONTHS[day.month - 1]} {day:%y}", ""]
        out += "\r\n".join(lines).encode("latin-1", errors="replace")
    write(name, out)


def anpa_1312(name, samples):
    """SYN SYN SOH number US, header STX headline, byline, paragraphs with a tab ETX, date; ends of lines CR LF."""
    out = b""
    for i, s in enumerate(samples):
        day = datetime.datetime.fromisoformat(s.time.replace("Z", "+00:00"))
        words = sum(len(p.split()) for p in s.body)
        lines = [f"\x16\x16\x01a{41 + i:04}\x1f", f"r i \x13\x11 BC-{slug(s).replace('/', '-')} {day:%m-%d} {words:04}",
                 f"\x02^{s.facts['headline']}<"]
        if s.facts["author"]:
            lines.append(f"^By {s.facts['author'].upper()}=")
        for paragraph in s.body:
            wrapped = textwrap.wrap(paragraph, 68)
            lines += ["\t" + wrapped[0]] + wrapped[1:-1] + ([wrapped[-1] + "<"] if len(wrapped) > 1 else [])
        lines += [f"\x03AX-TX-{day:%m-%d-%y} {day:%H%M}GMT", ""]
        out += "\r\n".join(lines).encode("latin-1", errors="replace")
    write(name, out)


def slug(s):
    """Two or three words of the headline that say what it is about."""
    words = [w for w in re.findall(r"\w+", s.facts["headline"]) if len(w) > 4]
    return "/".join(words[:3]) or s.id


def json_lines(name, samples):
    write(name, "".join(json.dumps(
        {"id": s.id, "text": s.text, "published": s.facts["published"]}, ensure_ascii=False) + "\n" for s in samples))


def eml(name, s):
    message = email.message.EmailMessage()
    message["From"] = "Desk <desk@exemple.invalid>"
    message["To"] = "abonnes@exemple.invalid"
    message["Subject"] = s.facts["headline"]
    message["Date"] = rfc822(s.time)
    message["Message-ID"] = f"<{s.id}@exemple.invalid>"
    message.set_content("\n\n".join(s.body), charset="utf-8", cte="quoted-printable")
    write(name, bytes(message))


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    samples = [Sample(p) for p in sorted((ROOT / "gold").glob("*.marked"))]
    dated = [s for s in samples if FULL_DATE.search(s.text)]
    rest = [s for s in samples if s not in dated]
    wire(dated)
    for p in sorted((ROOT / "written").glob("*.txt")):
        write(f"wire/{p.name}", p.read_bytes())
    take = lambda n: [rest.pop(0) for _ in range(min(n, len(rest)))]
    rss("feeds/exemple.rss", take(5))
    atom("feeds/exemple.atom", take(4))
    rdf("feeds/exemple.rdf", take(2))
    json_feed("feeds/exemple.json", take(3))
    for s in take(2):
        newsml_g2(f"newsml/{s.id}.xml", s)
    for s in take(1):
        newsml_1(f"newsml/{s.id}-1.2.xml", s)
    for s in take(2):
        ninjs(f"ninjs/{s.id}.json", s)
    for s in take(1):
        eml(f"mail/{s.id}.eml", s)
    iptc_7901("wire/exemple-7901.iptc", take(2))
    anpa_1312("wire/exemple-1312.anpa", take(2))
    json_lines("archive.jsonl", rest)
    write("feeds.opml", f"""<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>Abonnements d'exemple</title></head>
  <body>
    <outline text="Agences">
      <outline type="rss" text="Dépêches d'exemple (RSS)" xmlUrl="{BASE}/exemple.rss" htmlUrl="{BASE}"/>
      <outline type="rss" text="Dépêches d'exemple (Atom)" xmlUrl="{BASE}/exemple.atom"/>
    </outline>
  </body>
</opml>
""")
    print(len(dated), "as wire text,", sum(1 for _ in OUT.rglob("*") if _.is_file()), "files")


main()
