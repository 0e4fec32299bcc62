/// Invented pairs of dispatches about one country within a day: `same` happening told twice, or `other` happenings in like words.
///
/// Each pair is a line with the verdict and the country, then headline and lead of the one and of the other.
let storyPairs = """
  same PE
  Pérou : au moins 12 morts dans un séisme à Arequipa
  LIMA - Au moins douze personnes ont été tuées et quarante-cinq blessées dans le séisme de magnitude 6,9 qui a frappé lundi la région d'Arequipa, a indiqué la protection civile.
  Un tremblement de terre fait 17 morts dans le sud du Pérou
  Arequipa - Dix-sept personnes ont péri dans le tremblement de terre de magnitude 6,9 survenu lundi dans la région d'Arequipa, selon un nouveau bilan de la protection civile.

  same PE
  Pérou : le bilan du séisme passe à 23 morts
  LIMA - Vingt-trois personnes ont été tuées dans le séisme qui a frappé la région d'Arequipa, selon un bilan de la protection civile péruvienne.
  Pérou : 31 morts dans le séisme d'Arequipa, les recherches continuent
  LIMA - Le séisme de la région d'Arequipa a fait trente et un morts, a annoncé mardi la protection civile, qui poursuit les recherches dans les villages isolés.

  other PE
  Pérou : 12 morts dans un séisme à Arequipa
  LIMA - Douze personnes ont été tuées dans le séisme de magnitude 6,9 qui a frappé lundi la région d'Arequipa, a indiqué la protection civile.
  Pérou : 12 morts dans un accident d'autocar à Arequipa
  AREQUIPA - Douze passagers d'un autocar sont morts lundi dans la chute du véhicule au fond d'un ravin, sur la route entre Arequipa et Puno, a annoncé la police routière.

  same FR
  Le gouvernement présente son projet de loi sur l'immigration
  PARIS - Le gouvernement a présenté mercredi en Conseil des ministres son projet de loi sur l'immigration, qui facilite les expulsions et crée un titre de séjour pour les métiers en tension.
  Immigration : le projet de loi du gouvernement en Conseil des ministres
  Paris - Expulsions facilitées, titre de séjour pour les métiers en tension : le projet de loi sur l'immigration a été présenté mercredi en Conseil des ministres.

  other FR
  Le gouvernement présente son projet de loi sur l'immigration
  PARIS - Le gouvernement a présenté mercredi en Conseil des ministres son projet de loi sur l'immigration, qui facilite les expulsions et crée un titre de séjour pour les métiers en tension.
  Le gouvernement présente son projet de loi sur l'énergie
  PARIS - Six nouveaux réacteurs nucléaires et des parcs éoliens en mer : le gouvernement a présenté mercredi son projet de loi de programmation de l'énergie.

  other FR
  Manifestation à Paris contre la réforme des retraites
  PARIS - Des dizaines de milliers de personnes ont défilé samedi à Paris contre la réforme des retraites, à l'appel de huit syndicats.
  Manifestation à Paris contre la guerre au Soudan
  PARIS - Quelque deux mille Soudanais et leurs soutiens se sont rassemblés samedi place de la République pour demander un cessez-le-feu à Khartoum.

  same FR
  Retraites : des milliers de manifestants dans toute la France
  PARIS - Les syndicats ont réuni samedi des centaines de milliers de manifestants contre la réforme des retraites, dont soixante mille à Paris selon la police.
  Nouvelle journée de manifestations contre la réforme des retraites
  Paris - Des centaines de milliers de manifestants ont défilé samedi dans toute la France contre la réforme des retraites, à l'appel des syndicats.

  other SN
  Sénégal : le président reçoit le Premier ministre canadien
  DAKAR - Le président sénégalais a reçu mardi au palais de la République le Premier ministre canadien, venu parler d'uranium et d'éducation.
  Sénégal : le président reçoit le Premier ministre japonais
  DAKAR - Le président sénégalais s'est entretenu mercredi avec le Premier ministre japonais de la pêche et du port de Ndayane.

  same SN
  Sénégal : le Premier ministre canadien reçu par le président
  DAKAR - Le Premier ministre canadien a été reçu mardi par le président sénégalais, avec qui il a parlé d'uranium et d'éducation.
  Le président sénégalais reçoit le Premier ministre canadien à Dakar
  Dakar - Uranium et éducation ont été mardi au menu de l'entretien à Dakar du président sénégalais avec le Premier ministre canadien.

  other DZ
  Algérie : cinq morts dans un accident de la route à Batna
  BATNA - Cinq membres d'une même famille sont morts jeudi dans une collision entre leur voiture et un camion à Batna, selon la protection civile.
  Algérie : cinq morts dans un accident de la route près d'Oran
  ORAN - Un minibus s'est renversé jeudi sur l'autoroute à l'entrée d'Oran, faisant cinq morts et neuf blessés, a indiqué la protection civile.

  other DZ
  Algérie : le ministre de l'Énergie annonce un accord gazier avec l'Italie
  ALGER - L'Algérie livrera neuf milliards de mètres cubes de gaz de plus par an à l'Italie, a annoncé lundi le ministre de l'Énergie.
  Algérie : le ministre de l'Énergie annonce un accord pétrolier avec le Niger
  ALGER - La compagnie nationale forera dans le bassin de Kafra, au Niger, aux termes d'un accord signé lundi, a annoncé le ministre de l'Énergie.

  same DZ
  Gaz : l'Algérie augmente ses livraisons à l'Italie
  ALGER - L'Algérie livrera neuf milliards de mètres cubes de gaz de plus par an à l'Italie, selon un accord signé lundi à Alger.
  L'Algérie et l'Italie signent un accord gazier
  Alger - Un accord qui porte à neuf milliards de mètres cubes par an les livraisons supplémentaires de gaz algérien à l'Italie a été signé lundi à Alger.

  same ML
  Mali : 19 soldats tués dans une embuscade près de Tessit
  BAMAKO - Dix-neuf soldats maliens ont été tués dimanche dans une embuscade tendue à leur convoi près de Tessit, dans la région de Gao, a annoncé l'armée.
  Mali : le bilan de l'embuscade de Tessit monte à 24 soldats tués
  BAMAKO - L'armée malienne a revu à vingt-quatre soldats tués le bilan de l'embuscade de dimanche contre un convoi près de Tessit.

  other ML
  Mali : 19 soldats tués dans une embuscade près de Tessit
  BAMAKO - Dix-neuf soldats maliens ont été tués dimanche dans une embuscade tendue à leur convoi près de Tessit, dans la région de Gao, a annoncé l'armée.
  Mali : des soldats tués dans une embuscade sur la route de Nampala
  BAMAKO - Sept militaires ont péri lundi quand leur patrouille est tombée dans une embuscade entre Nampala et Léré, près de la frontière mauritanienne.

  other ML
  Mali : les rebelles revendiquent la prise d'un camp de l'armée
  KIDAL - Les rebelles touareg ont revendiqué samedi la prise du camp militaire de Bamba, sur le fleuve Niger.
  Mali : les rebelles revendiquent la mort de mercenaires étrangers
  TINZAOUATEN - Des dizaines de mercenaires ont été tués dans des combats dans l'extrême nord, affirment les rebelles touareg dans un communiqué diffusé samedi.

  same KE
  Kenya : les médecins suspendent leur grève
  NAIROBI - Le syndicat des médecins kényans a suspendu lundi sa grève de trente-neuf jours après un accord avec le gouvernement sur les salaires des internes.
  Kenya : fin de la grève des médecins après un accord avec le gouvernement
  Nairobi - Les médecins kényans reprennent le travail après trente-neuf jours de grève, à la suite d'un accord signé lundi sur la paie des internes.

  other KE
  Kenya : les médecins suspendent leur grève
  NAIROBI - Le syndicat des médecins kényans a suspendu lundi sa grève de trente-neuf jours après un accord avec le gouvernement sur les salaires des internes.
  Kenya : les enseignants suspendent leur grève
  NAIROBI - Les écoles publiques rouvriront mercredi, le syndicat des enseignants ayant levé son mot d'ordre après la promesse d'embaucher vingt mille remplaçants.

  same HT
  Haïti : attaque d'une prison à Port-au-Prince, des centaines d'évadés
  PORT-AU-PRINCE - Des hommes armés ont attaqué samedi soir le pénitencier national de Port-au-Prince, d'où des centaines de détenus se sont évadés.
  Haïti : plus de 3.000 détenus évadés du pénitencier national
  Port-au-Prince - Plus de trois mille détenus se sont évadés du pénitencier national attaqué samedi soir par des gangs, ont indiqué les Nations unies.

  other HT
  Haïti : les gangs attaquent l'aéroport de Port-au-Prince
  PORT-AU-PRINCE - Des échanges de tirs ont opposé lundi la police à des hommes armés qui tentaient de prendre l'aéroport international Toussaint-Louverture.
  Haïti : les gangs attaquent un quartier de Port-au-Prince
  PORT-AU-PRINCE - Une vingtaine d'habitants de Solino ont été tués et des maisons incendiées dans la nuit de lundi à mardi, selon un réseau de défense des droits humains.

  same TR
  Türkiye : 40 000 personnes évacuées face aux incendies dans l'ouest
  IZMIR - Plus de quarante mille personnes ont été évacuées de localités de la province d'Izmir menacées par des feux de forêt attisés par le vent.
  Türkiye : les incendies d'Izmir en voie d'être maîtrisés
  IZMIR - Les feux de forêt qui ont fait évacuer plus de quarante mille personnes dans la province d'Izmir sont en grande partie maîtrisés, a annoncé le ministre des Forêts.

  other TR
  Türkiye : le Parlement adopte la loi sur le climat
  ANKARA - Un marché du carbone verra le jour en 2026 aux termes de la loi sur le climat que le Parlement turc a adoptée mercredi.
  Türkiye : le Parlement adopte la loi sur les chiens errants
  ANKARA - Les communes devront ramasser les chiens errants, prévoit un texte voté par le Parlement turc au terme d'un débat houleux.

  same MA
  Maroc : un mort dans des heurts entre jeunes et forces de l'ordre
  RABAT - Un homme a été tué mercredi soir à Lqliâa, près d'Agadir, dans des heurts entre jeunes manifestants et gendarmes.
  Maroc : deux morts dans les heurts de Lqliâa, près d'Agadir
  AGADIR - Deux personnes ont été tuées par les gendarmes, qui disent avoir tiré en légitime défense lors des heurts de mercredi soir à Lqliâa, près d'Agadir.

  other MA
  Maroc : le roi gracie près de 20.000 détenus
  RABAT - Le roi a gracié dix-neuf mille six cent soixante-treize détenus à l'occasion de la fête du Trône, a annoncé le ministère de la Justice.
  Maroc : le roi inaugure un centre hospitalier universitaire
  AGADIR - Huit cent soixante-sept lits et un héliport : le souverain a inauguré mercredi le centre hospitalier universitaire d'Agadir.

  other US
  Etats-Unis : le Sénat confirme le nouveau ministre de la Défense
  WASHINGTON - Le Sénat a confirmé vendredi soir à une voix près le ministre de la Défense, un ancien présentateur de télévision.
  Etats-Unis : le Sénat confirme la nouvelle ministre de la Justice
  WASHINGTON - L'ancienne procureure générale de Floride prendra la tête du ministère de la Justice après un vote du Sénat mardi par cinquante-quatre voix contre quarante-six.

  same US
  Etats-Unis : collision de deux navires sur le Mississippi, un disparu
  LA NOUVELLE-ORLEANS - Un marin est porté disparu après la collision de deux navires jeudi sur le Mississippi, en Louisiane, ont annoncé les garde-côtes.
  Louisiane : le corps du marin disparu après la collision sur le Mississippi retrouvé
  LA NOUVELLE-ORLEANS - Les garde-côtes ont retrouvé vendredi le corps du marin porté disparu depuis la collision de deux navires sur le Mississippi.

  other US
  Fusillade dans une école du Texas : quatre morts
  HOUSTON - Un élève de seize ans a abattu quatre camarades mardi dans son lycée de Katy, près de Houston, avant d'être arrêté, selon le shérif du comté.
  Fusillade dans une église du Michigan : quatre morts
  DETROIT - Un homme a lancé sa camionnette contre une église mormone de Grand Blanc avant d'ouvrir le feu sur les fidèles, faisant quatre morts, selon la police.

  same US
  Fusillade dans une église du Michigan : quatre morts
  DETROIT - Un homme a lancé sa camionnette contre une église mormone de Grand Blanc avant d'ouvrir le feu sur les fidèles, faisant quatre morts, selon la police.
  Fusillade du Michigan : le tireur était un ancien soldat
  GRAND BLANC - L'homme qui a tué quatre fidèles d'une église mormone de Grand Blanc, dans le Michigan, était un ancien soldat, a indiqué lundi la police.

  other GB
  Royaume-Uni : le Premier ministre appelle à des élections anticipées
  LONDRES - Le Premier ministre a annoncé mercredi sous la pluie, devant Downing Street, que les Britanniques voteraient le 4 juillet.
  Royaume-Uni : le Premier ministre appelle à plus de sanctions contre la Russie
  LONDRES - Londres gèlera les avoirs de vingt banques de plus et demande à ses alliés d'en faire autant, a dit mercredi le Premier ministre.

  same GB
  Royaume-Uni : élections législatives anticipées le 4 juillet
  LONDRES - Les Britanniques voteront le 4 juillet, a annoncé mercredi le Premier ministre devant Downing Street.
  Le Premier ministre britannique convoque des élections anticipées pour le 4 juillet
  Londres - Des élections législatives anticipées auront lieu le 4 juillet, a annoncé mercredi le Premier ministre britannique devant Downing Street.

  other CN
  La Chine annonce des droits de douane sur le porc européen
  PEKIN - Le ministère chinois du Commerce a annoncé vendredi des droits de douane provisoires de 15,6 % à 62,4 % sur le porc européen.
  La Chine annonce des droits de douane sur le canola canadien
  PEKIN - Les exportateurs canadiens de canola verseront une caution de 75,8 % à partir de jeudi, a annoncé le ministère du Commerce au terme d'une enquête antidumping.

  same CN
  La Chine annonce des droits de douane sur le porc européen
  PEKIN - Le ministère chinois du Commerce a annoncé vendredi des droits de douane provisoires de 15,6 % à 62,4 % sur le porc européen.
  Porc : Pékin impose des droits de douane provisoires à l'Union européenne
  Pékin - Des droits de douane provisoires allant jusqu'à 62,4 % frapperont le porc européen, a annoncé vendredi le ministère chinois du Commerce.

  other CN
  Chine : un typhon fait onze morts dans le sud du pays
  CANTON - Onze personnes ont été tuées par des glissements de terrain au passage du typhon Wipha dans le Guangdong, ont annoncé les autorités.
  Chine : des inondations font onze morts dans le nord du pays
  PEKIN - Onze personnes sont mortes et vingt-sept sont portées disparues dans les crues qui ont emporté des ponts au Hebei, selon la télévision d'Etat.

  same CD
  RDC : le M23 entre dans Bukavu
  BUKAVU - Les combattants du M23 et des soldats rwandais sont entrés vendredi soir dans Bukavu, capitale du Sud-Kivu, ont indiqué des habitants et la société civile.
  RDC : Bukavu aux mains du M23, l'armée se retire
  Bukavu - L'armée congolaise s'est retirée de Bukavu, capitale du Sud-Kivu, où les combattants du M23 sont entrés vendredi soir, ont dit des habitants.

  other CD
  RDC : naufrage sur le fleuve Congo, 50 morts
  MBANDAKA - Au moins cinquante personnes sont mortes dans l'incendie puis le naufrage d'une baleinière mardi près de Mbandaka, dans l'Équateur.
  RDC : naufrage sur le lac Kivu, 50 morts
  GOMA - Une embarcation surchargée partie de Minova a chaviré jeudi matin en accostant à Kituku, près de Goma, faisant une cinquantaine de morts.

  same CD
  RDC : naufrage sur le lac Kivu, au moins 23 morts
  GOMA - Au moins vingt-trois corps ont été repêchés après le naufrage jeudi d'une embarcation partie de Minova, sur le lac Kivu, près de Goma.
  Lac Kivu : 78 morts dans le naufrage d'un bateau en RDC
  Goma - Soixante-dix-huit personnes sont mortes dans le naufrage d'une embarcation surchargée jeudi sur le lac Kivu, selon le gouverneur du Sud-Kivu.

  other AR
  Argentine : l'inflation ralentit à 2,2 % en janvier
  BUENOS AIRES - Les prix à la consommation ont augmenté de 2,2 % en janvier en Argentine, le rythme mensuel le plus faible depuis juillet 2020, selon l'Indec.
  Argentine : la pauvreté recule à 38 % au second semestre
  BUENOS AIRES - Trente-huit pour cent des Argentins vivaient sous le seuil de pauvreté au second semestre, contre cinquante-trois six mois plus tôt, selon l'Indec.

  same AR
  Argentine : l'inflation ralentit à 2,2 % en janvier
  BUENOS AIRES - Les prix à la consommation ont augmenté de 2,2 % en janvier en Argentine, le rythme mensuel le plus faible depuis juillet 2020, selon l'Indec.
  L'inflation argentine à 2,2 % en janvier, au plus bas depuis 2020
  Buenos Aires - L'inflation mensuelle a été de 2,2 % en janvier en Argentine, au plus bas depuis juillet 2020, a annoncé l'institut statistique Indec.

  other FR
  Ligue 1 : Lens bat Nantes et prend la tête
  LENS - Lens a battu Nantes 3-1 samedi au stade Bollaert et prend la tête du championnat de France.
  Ligue 1 : Lille bat Rennes et prend la deuxième place
  LILLE - Un doublé de son avant-centre a offert à Lille la victoire sur Rennes et la deuxième place du championnat de France.

  other FR
  Un homme mis en examen pour assassinat à Marseille
  MARSEILLE - Un homme de dix-neuf ans, soupçonné d'avoir tué un chauffeur de VTC, a été mis en examen pour assassinat et écroué.
  Une femme mise en examen pour assassinat à Toulouse
  TOULOUSE - Une aide-soignante soupçonnée d'avoir empoisonné deux résidents d'une maison de retraite a été mise en examen dimanche.

  same FR
  Deux trains se heurtent près de Lyon : des dizaines de blessés
  LYON - Une collision entre un train express régional et un train de marchandises a fait des dizaines de blessés lundi matin à Givors, près de Lyon.
  Collision ferroviaire de Givors : 41 blessés dont quatre graves
  GIVORS - Quarante et une personnes ont été blessées, dont quatre grièvement, dans la collision lundi matin de deux trains à Givors, près de Lyon.

  same TN
  Tunisie : le ministre de l'Intérieur limogé
  TUNIS - Le président tunisien a limogé dimanche son ministre de l'Intérieur et nommé à sa place un ancien gouverneur de Tunis.
  Le président tunisien limoge son ministre de l'Intérieur
  Tunis - Le ministre tunisien de l'Intérieur a été limogé dimanche soir par le président, qui a nommé l'ancien gouverneur de Tunis.

  other TN
  Tunisie : le ministre de l'Intérieur limogé
  TUNIS - Le président tunisien a limogé dimanche son ministre de l'Intérieur et nommé à sa place un ancien gouverneur de Tunis.
  Tunisie : le ministre du Transport limogé
  TUNIS - Le chef de l'Etat a mis fin mardi aux fonctions du ministre du Transport après des retards de la compagnie aérienne, indique la présidence.

  other SD
  Soudan : des dizaines de morts dans un bombardement à El-Facher
  PORT-SOUDAN - Une mosquée d'El-Facher a été touchée à l'heure de la prière par un drone des paramilitaires, faisant plus de soixante-dix morts, selon des secouristes.
  Soudan : des dizaines de morts dans une épidémie de choléra à Khartoum
  KHARTOUM - Le choléra a tué cent soixante-douze personnes en une semaine, la plupart à Khartoum où l'eau potable manque, selon le ministère de la Santé.

  same SD
  Soudan : plus de 70 morts dans l'attaque d'une mosquée à El-Facher
  PORT-SOUDAN - Une frappe de drone des paramilitaires sur une mosquée d'El-Facher a fait plus de soixante-dix morts vendredi, selon des secouristes.
  Soudan : l'ONU condamne l'attaque contre une mosquée d'El-Facher
  NEW YORK - Le secrétaire général de l'ONU a condamné samedi la frappe de drone qui a fait plus de soixante-dix morts dans une mosquée d'El-Facher.

  other CI
  Côte d'Ivoire : le gouvernement fixe le prix du cacao à 2.800 FCFA
  ABIDJAN - Le prix du cacao payé aux planteurs sera de deux mille huit cents francs le kilo, un record, a annoncé mercredi le ministre de l'Agriculture.
  Côte d'Ivoire : le gouvernement fixe la date de l'élection présidentielle
  ABIDJAN - Les Ivoiriens éliront leur président le 25 octobre, a annoncé mercredi le porte-parole du gouvernement à l'issue du Conseil des ministres.

  same CI
  Côte d'Ivoire : le prix du cacao fixé à 2.800 FCFA le kilo
  ABIDJAN - Le prix du cacao payé aux planteurs sera de deux mille huit cents francs le kilo, un record, a annoncé mercredi le ministre de l'Agriculture.
  Cacao : la Côte d'Ivoire porte le prix au producteur à un niveau record
  Abidjan - Les planteurs ivoiriens de cacao toucheront deux mille huit cents francs CFA par kilo, prix record annoncé mercredi par le ministre de l'Agriculture.

  other BE
  Belgique : les syndicats appellent à une grève nationale le 31 mars
  BRUXELLES - Les trois syndicats belges appellent à une grève générale le 31 mars contre la réforme des pensions du gouvernement fédéral.
  Belgique : les syndicats de la SNCB appellent à une grève en juin
  BRUXELLES - Les cheminots cesseront le travail cinq jours en juin contre la fin du statut de fonctionnaire, annonce leur front commun.

  other KE
  Kenya, Uganda agree to build joint power line
  NAIROBI - Kenya and Uganda signed an agreement on Monday to build a 400-kilovolt power line between Tororo and Lessos.
  Kenya, Ethiopia agree to build joint border market
  MOYALE - Traders from both sides will sell livestock without permits in a market to open at Moyale under a deal signed on Tuesday.

  same KE
  Kenya floods kill at least 38, more rain expected
  NAIROBI - At least 38 people have been killed in floods in Kenya, where a river burst its banks in Nairobi's Mathare slum, the Red Cross said on Wednesday.
  Kenya flood death toll rises to 70
  NAIROBI - The death toll from floods in Kenya has risen to 70, the government said on Friday, after rivers burst their banks in Nairobi and in the Rift Valley.
  """
