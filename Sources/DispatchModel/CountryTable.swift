// Made by Scripts/build-country-table.py from Unicode CLDR (Unicode-DFS-2016); do not edit by hand.

extension Country {
  /// A country a line: code, alpha-3, French name, English name, other names in use apart by `|`.
  static let table = """
    AD	AND	Andorre	Andorra	
    AE	ARE	Émirats arabes unis	United Arab Emirates	EAU|UAE|Emirates
    AF	AFG	Afghanistan	Afghanistan	
    AG	ATG	Antigua-et-Barbuda	Antigua & Barbuda	
    AI	AIA	Anguilla	Anguilla	
    AL	ALB	Albanie	Albania	
    AM	ARM	Arménie	Armenia	
    AO	AGO	Angola	Angola	
    AQ	ATA	Antarctique	Antarctica	
    AR	ARG	Argentine	Argentina	
    AS	ASM	Samoa américaines	American Samoa	
    AT	AUT	Autriche	Austria	
    AU	AUS	Australie	Australia	
    AW	ABW	Aruba	Aruba	
    AX	ALA	Îles Åland	Åland Islands	
    AZ	AZE	Azerbaïdjan	Azerbaijan	
    BA	BIH	Bosnie-Herzégovine	Bosnia & Herzegovina	Bosnia|Bosnie
    BB	BRB	Barbade	Barbados	
    BD	BGD	Bangladesh	Bangladesh	
    BE	BEL	Belgique	Belgium	
    BF	BFA	Burkina Faso	Burkina Faso	
    BG	BGR	Bulgarie	Bulgaria	
    BH	BHR	Bahreïn	Bahrain	
    BI	BDI	Burundi	Burundi	
    BJ	BEN	Bénin	Benin	
    BL	BLM	Saint-Barthélemy	St. Barthélemy	
    BM	BMU	Bermudes	Bermuda	
    BN	BRN	Brunei	Brunei	
    BO	BOL	Bolivie	Bolivia	
    BQ	BES	Pays-Bas caribéens	Caribbean Netherlands	
    BR	BRA	Brésil	Brazil	
    BS	BHS	Bahamas	Bahamas	
    BT	BTN	Bhoutan	Bhutan	
    BV	BVT	Île Bouvet	Bouvet Island	
    BW	BWA	Botswana	Botswana	
    BY	BLR	Biélorussie	Belarus	Bélarus
    BZ	BLZ	Belize	Belize	
    CA	CAN	Canada	Canada	
    CC	CCK	Îles Cocos	Cocos (Keeling) Islands	
    CD	COD	RD Congo	DR Congo	Congo-Kinshasa|Congo (RDC)|Congo - Kinshasa|Congo (DRC)|RDC|République démocratique du Congo|DRC
    CF	CAF	République centrafricaine	Central African Republic	Centrafrique|RCA|CAR
    CG	COG	Congo	Congo	Congo-Brazzaville|République du Congo|Congo - Brazzaville|Congo (Republic)
    CH	CHE	Suisse	Switzerland	
    CI	CIV	Côte d'Ivoire	Ivory Coast	​​République de Côte d'Ivoire
    CK	COK	Îles Cook	Cook Islands	
    CL	CHL	Chili	Chile	
    CM	CMR	Cameroun	Cameroon	
    CN	CHN	Chine	China	RPC|PRC
    CO	COL	Colombie	Colombia	
    CR	CRI	Costa Rica	Costa Rica	
    CU	CUB	Cuba	Cuba	
    CV	CPV	Cap-Vert	Cape Verde	Cabo Verde
    CW	CUW	Curaçao	Curaçao	
    CX	CXR	Île Christmas	Christmas Island	
    CY	CYP	Chypre	Cyprus	
    CZ	CZE	République tchèque	Czech Republic	Tchéquie|Czechia
    DE	DEU	Allemagne	Germany	
    DJ	DJI	Djibouti	Djibouti	
    DK	DNK	Danemark	Denmark	
    DM	DMA	Dominique	Dominica	
    DO	DOM	République dominicaine	Dominican Republic	
    DZ	DZA	Algérie	Algeria	
    EC	ECU	Équateur	Ecuador	
    EE	EST	Estonie	Estonia	
    EG	EGY	Égypte	Egypt	
    EH	ESH	Sahara occidental	Western Sahara	RASD
    ER	ERI	Érythrée	Eritrea	
    ES	ESP	Espagne	Spain	
    ET	ETH	Éthiopie	Ethiopia	
    FI	FIN	Finlande	Finland	
    FJ	FJI	Fidji	Fiji	
    FK	FLK	Îles Malouines	Falkland Islands	Îles Malouines (Îles Falkland)|Falkland Islands (Islas Malvinas)|Malouines|Falklands
    FM	FSM	Micronésie	Micronesia	
    FO	FRO	Îles Féroé	Faroe Islands	
    FR	FRA	France	France	
    GA	GAB	Gabon	Gabon	
    GB	GBR	Royaume-Uni	United Kingdom	R.-U.|UK|Grande-Bretagne|Angleterre|Britain
    GD	GRD	Grenade	Grenada	
    GE	GEO	Géorgie	Georgia	
    GF	GUF	Guyane française	French Guiana	
    GG	GGY	Guernesey	Guernsey	
    GH	GHA	Ghana	Ghana	
    GI	GIB	Gibraltar	Gibraltar	
    GL	GRL	Groenland	Greenland	
    GM	GMB	Gambie	Gambia	
    GN	GIN	Guinée	Guinea	
    GP	GLP	Guadeloupe	Guadeloupe	
    GQ	GNQ	Guinée équatoriale	Equatorial Guinea	
    GR	GRC	Grèce	Greece	
    GS	SGS	Géorgie du Sud-et-les Îles Sandwich du Sud	South Georgia & South Sandwich Islands	
    GT	GTM	Guatemala	Guatemala	
    GU	GUM	Guam	Guam	
    GW	GNB	Guinée-Bissau	Guinea-Bissau	
    GY	GUY	Guyana	Guyana	
    HK	HKG	Hong Kong	Hong Kong	R.A.S. chinoise de Hong Kong|Hong Kong SAR China
    HM	HMD	Îles Heard-et-MacDonald	Heard & McDonald Islands	
    HN	HND	Honduras	Honduras	
    HR	HRV	Croatie	Croatia	
    HT	HTI	Haïti	Haiti	
    HU	HUN	Hongrie	Hungary	
    ID	IDN	Indonésie	Indonesia	
    IE	IRL	Irlande	Ireland	
    IL	ISR	Israël	Israel	
    IM	IMN	Île de Man	Isle of Man	
    IN	IND	Inde	India	
    IO	IOT	Territoire britannique de l'océan Indien	British Indian Ocean Territory	
    IQ	IRQ	Irak	Iraq	
    IR	IRN	Iran	Iran	Perse
    IS	ISL	Islande	Iceland	
    IT	ITA	Italie	Italy	
    JE	JEY	Jersey	Jersey	
    JM	JAM	Jamaïque	Jamaica	
    JO	JOR	Jordanie	Jordan	
    JP	JPN	Japon	Japan	
    KE	KEN	Kenya	Kenya	
    KG	KGZ	Kirghizstan	Kyrgyzstan	
    KH	KHM	Cambodge	Cambodia	
    KI	KIR	Kiribati	Kiribati	
    KM	COM	Comores	Comoros	
    KN	KNA	Saint-Christophe-et-Niévès	St. Kitts & Nevis	
    KP	PRK	Corée du Nord	North Korea	
    KR	KOR	Corée du Sud	South Korea	
    KW	KWT	Koweït	Kuwait	
    KY	CYM	Îles Caïmans	Cayman Islands	
    KZ	KAZ	Kazakhstan	Kazakhstan	
    LA	LAO	Laos	Laos	
    LB	LBN	Liban	Lebanon	
    LC	LCA	Sainte-Lucie	St. Lucia	
    LI	LIE	Liechtenstein	Liechtenstein	
    LK	LKA	Sri Lanka	Sri Lanka	
    LR	LBR	Liberia	Liberia	
    LS	LSO	Lesotho	Lesotho	
    LT	LTU	Lituanie	Lithuania	
    LU	LUX	Luxembourg	Luxembourg	
    LV	LVA	Lettonie	Latvia	
    LY	LBY	Libye	Libya	
    MA	MAR	Maroc	Morocco	
    MC	MCO	Monaco	Monaco	
    MD	MDA	Moldavie	Moldova	
    ME	MNE	Monténégro	Montenegro	
    MF	MAF	Saint-Martin	St. Martin	
    MG	MDG	Madagascar	Madagascar	
    MH	MHL	Îles Marshall	Marshall Islands	
    MK	MKD	Macédoine du Nord	North Macedonia	Macédoine|Macedonia
    ML	MLI	Mali	Mali	
    MM	MMR	Birmanie	Myanmar	Myanmar (Birmanie)|Myanmar (Burma)|Burma
    MN	MNG	Mongolie	Mongolia	
    MO	MAC	Macao	Macao	R.A.S. chinoise de Macao|Macao SAR China
    MP	MNP	Îles Mariannes du Nord	Northern Mariana Islands	
    MQ	MTQ	Martinique	Martinique	
    MR	MRT	Mauritanie	Mauritania	
    MS	MSR	Montserrat	Montserrat	
    MT	MLT	Malte	Malta	
    MU	MUS	Maurice	Mauritius	
    MV	MDV	Maldives	Maldives	
    MW	MWI	Malawi	Malawi	
    MX	MEX	Mexique	Mexico	
    MY	MYS	Malaisie	Malaysia	
    MZ	MOZ	Mozambique	Mozambique	
    NA	NAM	Namibie	Namibia	
    NC	NCL	Nouvelle-Calédonie	New Caledonia	
    NE	NER	Niger	Niger	
    NF	NFK	Île Norfolk	Norfolk Island	
    NG	NGA	Nigeria	Nigeria	
    NI	NIC	Nicaragua	Nicaragua	
    NL	NLD	Pays-Bas	Netherlands	Hollande|Holland
    NO	NOR	Norvège	Norway	
    NP	NPL	Népal	Nepal	
    NR	NRU	Nauru	Nauru	
    NU	NIU	Niue	Niue	
    NZ	NZL	Nouvelle-Zélande	New Zealand	
    OM	OMN	Oman	Oman	
    PA	PAN	Panama	Panama	
    PE	PER	Pérou	Peru	
    PF	PYF	Polynésie française	French Polynesia	
    PG	PNG	Papouasie-Nouvelle-Guinée	Papua New Guinea	
    PH	PHL	Philippines	Philippines	
    PK	PAK	Pakistan	Pakistan	
    PL	POL	Pologne	Poland	
    PM	SPM	Saint-Pierre-et-Miquelon	St. Pierre & Miquelon	
    PN	PCN	Îles Pitcairn	Pitcairn Islands	
    PR	PRI	Porto Rico	Puerto Rico	
    PS	PSE	Palestine	Palestine	Territoires palestiniens|Palestinian Territories|Cisjordanie|Gaza
    PT	PRT	Portugal	Portugal	
    PW	PLW	Palaos	Palau	
    PY	PRY	Paraguay	Paraguay	
    QA	QAT	Qatar	Qatar	
    RE	REU	La Réunion	Réunion	
    RO	ROU	Roumanie	Romania	
    RS	SRB	Serbie	Serbia	
    RU	RUS	Russie	Russia	Fédération de Russie
    RW	RWA	Rwanda	Rwanda	
    SA	SAU	Arabie saoudite	Saudi Arabia	KSA
    SB	SLB	Îles Salomon	Solomon Islands	
    SC	SYC	Seychelles	Seychelles	
    SD	SDN	Soudan	Sudan	
    SE	SWE	Suède	Sweden	
    SG	SGP	Singapour	Singapore	
    SH	SHN	Sainte-Hélène	St. Helena	
    SI	SVN	Slovénie	Slovenia	
    SJ	SJM	Svalbard et Jan Mayen	Svalbard & Jan Mayen	
    SK	SVK	Slovaquie	Slovakia	
    SL	SLE	Sierra Leone	Sierra Leone	
    SM	SMR	Saint-Marin	San Marino	
    SN	SEN	Sénégal	Senegal	
    SO	SOM	Somalie	Somalia	
    SR	SUR	Suriname	Suriname	
    SS	SSD	Soudan du Sud	South Sudan	
    ST	STP	Sao Tomé-et-Principe	São Tomé & Príncipe	Sao Tomé
    SV	SLV	Salvador	El Salvador	
    SX	SXM	Saint-Martin (partie néerlandaise)	Sint Maarten	
    SY	SYR	Syrie	Syria	
    SZ	SWZ	Eswatini	Eswatini	Swaziland
    TC	TCA	Îles Turques-et-Caïques	Turks & Caicos Islands	
    TD	TCD	Tchad	Chad	
    TF	ATF	Terres australes françaises	French Southern Territories	
    TG	TGO	Togo	Togo	
    TH	THA	Thaïlande	Thailand	
    TJ	TJK	Tadjikistan	Tajikistan	
    TK	TKL	Tokelau	Tokelau	
    TL	TLS	Timor oriental	Timor-Leste	Timor-Oriental|East Timor
    TM	TKM	Turkménistan	Turkmenistan	
    TN	TUN	Tunisie	Tunisia	
    TO	TON	Tonga	Tonga	
    TR	TUR	Turquie	Turkey	Türkiye
    TT	TTO	Trinité-et-Tobago	Trinidad & Tobago	
    TV	TUV	Tuvalu	Tuvalu	
    TW	TWN	Taïwan	Taiwan	Formose
    TZ	TZA	Tanzanie	Tanzania	
    UA	UKR	Ukraine	Ukraine	
    UG	UGA	Ouganda	Uganda	
    UM	UMI	Îles mineures éloignées des États-Unis	U.S. Outlying Islands	
    US	USA	États-Unis	United States	É.-U.|US|USA|Etats-Unis d'Amérique|America
    UY	URY	Uruguay	Uruguay	
    UZ	UZB	Ouzbékistan	Uzbekistan	
    VA	VAT	État de la Cité du Vatican	Vatican City	Vatican|Saint-Siège|Holy See
    VC	VCT	Saint-Vincent-et-les Grenadines	St. Vincent & Grenadines	
    VE	VEN	Venezuela	Venezuela	
    VG	VGB	Îles Vierges britanniques	British Virgin Islands	
    VI	VIR	Îles Vierges des États-Unis	U.S. Virgin Islands	
    VN	VNM	Viêt Nam	Vietnam	
    VU	VUT	Vanuatu	Vanuatu	
    WF	WLF	Wallis-et-Futuna	Wallis & Futuna	
    WS	WSM	Samoa	Samoa	
    XK	XKK	Kosovo	Kosovo	
    YE	YEM	Yémen	Yemen	
    YT	MYT	Mayotte	Mayotte	
    ZA	ZAF	Afrique du Sud	South Africa	
    ZM	ZMB	Zambie	Zambia	
    ZW	ZWE	Zimbabwe	Zimbabwe	
    """
}
