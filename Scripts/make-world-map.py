#!/usr/bin/env python3
"""Writes Sources/Reader/Map/world.tsv: the countries' outlines for the map, from Natural Earth 1:110m (public domain).

    pip download --no-deps geopandas==0.13.2 pyshp -d DIR
    PYTHONPATH=DIR/pyshp-….whl python3 Scripts/make-world-map.py DIR/geopandas-0.13.2-py3-none-any.whl

geopandas 0.13.2 is the last series that carries Natural Earth's countries (`naturalearth_lowres`, version 5.0.1 and later edits).
States and territories too small for that scale are added as points; their places are common knowledge, to a tenth of a degree.
"""
import io, pathlib, sys, zipfile
import shapefile

TARGET = pathlib.Path(__file__).resolve().parent.parent / "Sources/Reader/Map/world.tsv"

# ISO 3166-1 alpha-3 to alpha-2, for the countries of the file; Somaliland and Northern Cyprus count with the states that
# ISO 3166 knows, Kosovo has the code that everybody uses.
ALPHA2 = dict(pair.split("=") for pair in """
AFG=AF AGO=AO ALB=AL ARE=AE ARG=AR ARM=AM ATF=TF AUS=AU AUT=AT AZE=AZ BDI=BI BEL=BE BEN=BJ BFA=BF BGD=BD BGR=BG BHS=BS BIH=BA BLR=BY
BLZ=BZ BOL=BO BRA=BR BRN=BN BTN=BT BWA=BW CAF=CF CAN=CA CHE=CH CHL=CL CHN=CN CIV=CI CMR=CM COD=CD COG=CG COL=CO CRI=CR CUB=CU CYN=CY CYP=CY
CZE=CZ DEU=DE DJI=DJ DNK=DK DOM=DO DZA=DZ ECU=EC EGY=EG ERI=ER ESH=EH ESP=ES EST=EE ETH=ET FIN=FI FJI=FJ FLK=FK FRA=FR GAB=GA GBR=GB GEO=GE
GHA=GH GIN=GN GMB=GM GNB=GW GNQ=GQ GRC=GR GRL=GL GTM=GT GUY=GY HND=HN HRV=HR HTI=HT HUN=HU IDN=ID IND=IN IRL=IE IRN=IR IRQ=IQ ISL=IS ISR=IL
ITA=IT JAM=JM JOR=JO JPN=JP KAZ=KZ KEN=KE KGZ=KG KHM=KH KOR=KR KWT=KW LAO=LA LBN=LB LBR=LR LBY=LY LKA=LK LSO=LS LTU=LT LUX=LU LVA=LV MAR=MA
MDA=MD MDG=MG MEX=MX MKD=MK MLI=ML MMR=MM MNE=ME MNG=MN MOZ=MZ MRT=MR MWI=MW MYS=MY NAM=NA NCL=NC NER=NE NGA=NG NIC=NI NLD=NL NOR=NO NPL=NP
NZL=NZ OMN=OM PAK=PK PAN=PA PER=PE PHL=PH PNG=PG POL=PL PRI=PR PRK=KP PRT=PT PRY=PY PSE=PS QAT=QA ROU=RO RUS=RU RWA=RW SAU=SA SDN=SD SEN=SN
SLB=SB SLE=SL SLV=SV SOL=SO SOM=SO SRB=RS SSD=SS SUR=SR SVK=SK SVN=SI SWE=SE SWZ=SZ SYR=SY TCD=TD TGO=TG THA=TH TJK=TJ TKM=TM TLS=TL TTO=TT
TUN=TN TUR=TR TWN=TW TZA=TZ UGA=UG UKR=UA URY=UY USA=US UZB=UZ VEN=VE VNM=VN VUT=VU YEM=YE ZAF=ZA ZMB=ZM ZWE=ZW
""".split())

# Code, name, longitude, latitude.
POINTS = """
AD Andorra 1.5 42.5|AG Antigua and Barbuda -61.8 17.1|AW Aruba -70.0 12.5|BB Barbados -59.5 13.2|BH Bahrain 50.6 26.1|BM Bermuda -64.8 32.3
CV Cabo Verde -23.6 15.1|CW Curaçao -69.0 12.2|DM Dominica -61.4 15.4|FM Micronesia 158.2 6.9|FO Faroe Islands -6.9 62.0|GD Grenada -61.7 12.1
GG Guernsey -2.6 49.5|GI Gibraltar -5.4 36.1|GP Guadeloupe -61.6 16.2|GU Guam 144.8 13.4|HK Hong Kong 114.2 22.3|IM Isle of Man -4.5 54.2
JE Jersey -2.1 49.2|KI Kiribati 173.0 1.4|KM Comoros 43.4 -11.9|KN Saint Kitts and Nevis -62.7 17.3|KY Cayman Islands -81.3 19.3
LC Saint Lucia -61.0 13.9|LI Liechtenstein 9.6 47.1|MC Monaco 7.4 43.7|MH Marshall Islands 171.3 7.1|MO Macao 113.5 22.2|MQ Martinique -61.0 14.6
MT Malta 14.4 35.9|MU Mauritius 57.6 -20.3|MV Maldives 73.5 4.2|NR Nauru 166.9 -0.5|PF French Polynesia -149.4 -17.7|PM Saint Pierre and Miquelon -56.3 46.9
PW Palau 134.6 7.5|RE Réunion 55.5 -21.1|SC Seychelles 55.5 -4.7|SG Singapore 103.8 1.3|SM San Marino 12.5 43.9|ST São Tomé and Príncipe 6.6 0.3
TO Tonga -175.2 -21.2|TV Tuvalu 179.1 -8.5|VA Vatican 12.5 41.9|VC Saint Vincent and the Grenadines -61.2 13.2|VI U.S. Virgin Islands -64.8 18.3
WF Wallis and Futuna -176.2 -13.3|WS Samoa -172.1 -13.8|YT Mayotte 45.2 -12.8|SX Sint Maarten -63.1 18.0|MF Saint Martin -63.0 18.1|BL Saint Barthélemy -62.8 17.9
CK Cook Islands -159.8 -21.2|NU Niue -169.9 -19.1|AS American Samoa -170.7 -14.3|MP Northern Mariana Islands 145.7 15.2|SH Saint Helena -5.7 -15.9
"""

# The names of the file that are cut short, written out.
NAMES = {
    "AE": "United Arab Emirates", "BA": "Bosnia and Herzegovina", "CD": "DR Congo", "CG": "Congo", "CF": "Central African Republic",
    "CI": "Côte d'Ivoire", "CZ": "Czechia", "DO": "Dominican Republic", "EH": "Western Sahara", "FK": "Falkland Islands",
    "GQ": "Equatorial Guinea", "MK": "North Macedonia", "SB": "Solomon Islands", "SS": "South Sudan", "SZ": "Eswatini",
    "TF": "French Southern Lands", "US": "United States", "SO": "Somalia", "CY": "Cyprus", "GF": "French Guiana", "LA": "Laos",
}


def rings_of(shape):
    parts = list(shape.parts) + [len(shape.points)]
    return [shape.points[a:b] for a, b in zip(parts, parts[1:])]


def area(ring):
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]))) / 2


def inside(x, y, ring):
    hit = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            hit = not hit
    return hit


def distance(x, y, ring):
    best = 1e9
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
        dx, dy = x2 - x1, y2 - y1
        t = 0 if dx == dy == 0 else max(0, min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)))
        best = min(best, (x1 + t * dx - x) ** 2 + (y1 + t * dy - y) ** 2)
    return best


def anchor(rings):
    """The point of a 25 × 25 grid over the largest ring that lies farthest from its edge."""
    ring = max(rings, key=area)
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    best, place = -1, (sum(xs) / len(xs), sum(ys) / len(ys))
    for i in range(1, 25):
        for j in range(1, 25):
            x = min(xs) + (max(xs) - min(xs)) * i / 25
            y = min(ys) + (max(ys) - min(ys)) * j / 25
            if inside(x, y, ring) and (d := distance(x, y, ring)) > best:
                best, place = d, (x, y)
    return place


def tenths(value):
    return round(value * 10)


def main(wheel):
    files = zipfile.ZipFile(wheel)
    base = "geopandas/datasets/naturalearth_lowres/naturalearth_lowres."
    part = {kind: io.BytesIO(files.read(base + kind)) for kind in ("shp", "shx", "dbf")}
    reader = shapefile.Reader(**part, encoding="cp1252")
    countries = {}
    for item in reader.shapeRecords():
        name, alpha3 = item.record["name"], item.record["iso_a3"]
        if alpha3 == "ATA":
            continue  # the map ends at 56° south
        code = "XK" if name == "Kosovo" else ALPHA2[alpha3]
        for ring in rings_of(item.shape):
            owner = code
            if code == "FR" and all(-55 < x < -51 and 1 < y < 7 for x, y in ring):
                owner = "GF"
            entry = countries.setdefault(owner, {"name": NAMES.get(owner, name), "rings": []})
            entry["rings"].append(ring[:-1] if ring[0] == ring[-1] else ring)
    lines = [
        "# The map of the world: outlines of countries from Natural Earth 1:110m, which is in the public domain",
        "# (https://www.naturalearthdata.com/about/terms-of-use/), made by Scripts/make-world-map.py; do not edit.",
        "# Lines, their fields divided by tabs:",
        "#   country  ISO 3166-1 code  English name  longitude and latitude of a place well inside it",
        "#   ring     a closed line around land of the country above: longitude and latitude, then the steps to each next corner",
        "#   point    code  name  longitude and latitude of a state or territory that is too small for an outline",
        "# Longitudes (east) and latitudes (north) are whole tenths of a degree.",
    ]
    for code, entry in sorted(countries.items()):
        x, y = anchor(entry["rings"])
        lines.append(f"country\t{code}\t{entry['name']}\t{tenths(x)} {tenths(y)}")
        for ring in sorted(entry["rings"], key=area, reverse=True):
            corners = []
            for x, y in ring:
                corner = (tenths(x), tenths(y))
                if not corners or corners[-1] != corner:
                    corners.append(corner)
            steps = [corners[0]] + [(b[0] - a[0], b[1] - a[1]) for a, b in zip(corners, corners[1:])]
            if len(corners) > 2:
                lines.append("ring\t" + " ".join(f"{x} {y}" for x, y in steps))
    for entry in sorted(POINTS.strip().replace("\n", "|").split("|")):
        words = entry.split()
        lines.append(f"point\t{words[0]}\t{' '.join(words[1:-2])}\t{tenths(float(words[-2]))} {tenths(float(words[-1]))}")
    TARGET.write_text("\n".join(lines) + "\n")
    print(len(lines), "lines,", TARGET.stat().st_size, "bytes,", len(countries), "countries")


main(sys.argv[1])
