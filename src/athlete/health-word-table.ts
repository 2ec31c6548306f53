/*
 * What riders write of their health, in the languages of the exports that we read. Letters carry no marks here, and are small.
 * `*` stands for any letters, a blank for blanks and hyphens. One line a language; lines may serve several.
 */

/** Signs that stop everything while they are there (training science 12.1). */
export const SYMPTOM_WORDS: readonly string[] = [
  "chest (pains?|pressure|tightness|discomfort|aches?)|(pains?|aching|tight) (in|on|across) (my |the )?chest(?! strap| belt| band)|tight chest(?! strap| belt| band)|(pains?|pressure|tightness|squeezing|burning|crushing|weight) (in|on|across) (my |the )?chest(?! strap| belt| band)|chest (hurts?|hurting|aches|ached)|chest (is|was|felt|feels|feeling|got|gets|went) (so |very |really |a bit )?(tight|heavy|painful)|my chest (is |was |felt |feels )?tight(ened|ens)?|(angina|chest) attack",
  "faint(ed|ing|s)|(i|almost|nearly|often|feel|feeling|to|and|or) faint|pass(ed|ing)? out|black(ed|ing) out|blackouts?|syncope|dizz(y|iness)|palpitations?|irregular (heart ?beat|pulse)",
  "heart (races|raced|racing|flutters|fluttered|fluttering|flutter|skips|skipped|skipping|stumbles|stumbled|stopped|jumped|misses|missed)|(skipped|skipping|missed|missing|extra) (heart ?)?beats?|my (left )?arm went numb|(pain|ache) (in|down) my left arm|left arm (pain|hurts?)|light ?headed(ness)?|keeled over|(i|just|suddenly|nearly|almost) collapsed|collapsed on the bike|racing heart|shortness of breath|short of breath (at rest|for no reason|suddenly)|breathless(ness)? (at rest|lying|for no reason)|(unusual|unusually|sudden|suddenly|unexplained) (breathless*|short of breath|out of breath)",
  "brust (tut|tat) (mir )?weh|brust (schmerzt*|sticht|stach|ist eng|war eng)|(stiche|beklemmung|ziehen) (in|auf) (der|meiner|die) brust|herz (rast*|stolpert*|setzt* (kurz )?aus|hat (kurz )?ausgesetzt)|herzaussetzer*|schwarz vor (den )?augen|kollabiert|brustschmerz*|brustdruck|brustenge|engegefuhl*|(schmerz*|druck|stechen|enge) (in|auf) (der|meiner|die) brust|ohnmae?cht*|bewusstlos*|umgekippt|herzrasen|herzstolpern|unregelmassig* (herzschlag|puls)|atemnot|luftnot|kurzatmig*|schwindel*|schwindlig",
  "(pijn|druk|strak gevoel|steken) (op|in) (de|mijn) borst|hart (sloeg|slaat) over|licht in (het|mijn) hoofd|borstpijn|beklemmend gevoel|flauwgevallen|flauwvallen|flauw|hartkloppingen|hartoverslagen|kortademig*|benauwdheid|duizelig*",
  "douleurs? (a|dans) la poitrine|mal (a|dans) la poitrine|poitrine (serree|oppressee|qui serre)|coeur (qui |a )?(saute|rate|s arrete)|(fait|eu) un malaise|tete qui tourne|douleurs? thoraciques?|(pression|oppression|serrement) (dans|sur|a) la poitrine|oppression thoracique|evanoui*|syncopes?|coeur qui s emballe|essouffle* (au repos|anormal*|inhabituel*)|vertiges?|etourdissements?",
  "dolor(es)? (de|en el) pecho|duele el pecho|dolia el pecho|pecho (apretado|oprimido)|maread(o|a)|me maree|(opresion|presion) en el pecho|desmay*|sincopes?|palpitacion*|falta de aire|disnea|mareos?|me mareo",
  "dolor(e|i) (al|nel|di) petto|mal(e)? al petto|(stretta|peso|fitt(a|e)|morsa) (al|sul|nel) petto|gira(va|to)? la testa|giramenti di testa|tachicardi*|(oppressione|pressione) (al|nel) petto|dolor(e|i) toracic*|sven(imento|imenti|uto|uta|go)|sincopi?|palpitazion*|(affanno|fiato corto) a riposo|mancanza di (fiato|respiro)|dispnea|vertigini|capogir*",
  "dor(es)? (no|de|do) peito|(pressao|aperto) no peito|desmai*|palpitac*|falta de ar|tonturas?",
  "brystsmert*|smerter? i brystet|trykk? (i|for) brystet|besvim*|hjertebanken|hjertebank|andenod|tungpust*|pustebesvaer|svimmel*",
  "brostsmart*|smart(a|or) i brostet|tryck (over|i) brostet|svimma*|hjartklappning*|andnod|yrsel",
  "rintakip*|rintakivu*|puristus* rinnassa|pyorty*|sydamentykyty*|hengenahdistu*|huimau*|huimaa",
  "bol* w klatce( piersiowej)?|ucisk w klatce|omdle*|zemdla*|kolatan*|dusznos*|zawrot* glowy",
  "bolest* na hrud*|tlak na hrudi|mdlob*|buseni srdce|palpitac*|dusnost*|dychavicnost*|zavrat*",
  "mellkasi (fajdal*|nyomas*)|ajulas*|elajul*|szivdobogas*|legszomj*|dureri (in|de) piept|lesin*|palpitatii|gogus agri*|bayil*|carpinti*|nefes darligi|nyeri dada|pingsan|jantung berdebar|sesak napas|dolor al pit",
  "бол(ь|и|ю) в груд*|боли в груд*|обморок*|сердцебиени*|одышк*|бол(и|і|ь) (у|в) груд*|біль (у|в) груд*|непритомн*|серцебит*|задишк*|πονο(σ|ς)? στο στηθο(σ|ς)|λιποθυμ*|ταχυπαλμι*|δυσπνοια",
];

/** Disease of the heart and its vessels, now or before; a stroke is one of them. */
export const HEART_WORDS: readonly string[] = [
  "heart attacks?|stents?|stented|(had|after|since|my) (a |my )?bypass|bypass (surgery|op|operation)|(heart|triple|double|quadruple) bypass|pacemakers?|defibrillator|heart (disease|failure|condition|surgery|operation|problems?|valves?|murmur|transplant)|coronar*",
  "angina*|atrial fib*|afib|arr?h?ythmi*|cardiomyopath*|myocarditis|pericarditis|cardiac (arrest|event|rehab*|surgery|ablation|arrhythmia|patient)|ablation|angioplasty|infar(k|c)t*|(had|after|since) (a|my) stroke|mini stroke|stroke (in|last|survivor)",
  "herzinfarkt*|herzerkrank*|herzkrank*|herzfehler|herzschwache|herzinsuffizienz|herzmuskelentzundung|herzoperation*|herz op|herzklappe*|herzschrittmacher|schrittmacher|herzrhythmus*|vorhofflimmern|koronar*|khk|bypass|bypassoperation|schlaganfall*",
  "hartinfarct*|hartaanval*|hartziekte*|hartpatient*|hartfalen|hartritme*|boezemfibrilleren|hartklep*|hartoperatie*|gedotterd|dotteren|beroerte",
  "infarctus|crises? cardiaques?|maladies? (cardiaques?|du coeur)|insuffisance cardiaque|problemes? (cardiaques?|de coeur|au coeur)|fibrillation*|arythmi*|pontages?|angor|stimulateur cardiaque|avc|myocardite|operee? du coeur",
  "infarto*|ataques? (al corazon|cardiacos?)|enfermedad* (cardiaca*|del corazon|coronaria*)|problemas? (cardiacos?|de corazon)|insuficiencia cardiaca|arritmi*|fibrilacion*|marcapasos|ictus|derrame cerebral",
  "infarti|attacc(o|hi) (di cuore|cardiac*)|cardiopati*|malatti(a|e) (cardiac*|di cuore|coronaric*)|problem(a|i) (di|al) cuore|scompenso cardiaco|aritmi*|fibrillazion*",
  "e?n?infartes?|enfartes?|ataques? cardiacos?|doencas? (cardiacas?|do coracao|coronarias?)|problemas? (cardiacos?|de coracao)|fibrilh?acao|marca ?passos?",
  "blodprop* i hjertet|hjerteanfald*|hjerteinfarkt*|hjertesy(g|k)dom*|hjertesvi(g|k)t|hjerteflimmer|hjerteoper*|hjerterytme*|hjerneslag",
  "hjartinfarkt*|hjartattack*|hjartsjuk*|hjartsvikt|hjartfel|formaksflimmer|hjartoperation*|sydaninfarkt*|sydankohtau*|sydansairau*|sydanvi*|eteisvarina*|rytmihairio*|ohitusleikkau*|pallolaajennu*|tahdistin*|aivohalvau*",
  "zawal(u|em|ow|y)?|chorob* serca|niewydolnos* serca|migotani* przedsionkow|arytmi*|rozrusznik*|bajpas*|udar(u|em)? mozgu|wad* serca|srdecni (prihod*|selhani|vad*|arytmi*|chorob*)|nemoc* srdc*|kardiostimul*|mrtvic*|srdcov*",
  "szivinfarktus*|szivroham*|szivbeteg*|szivritmus*|szivmutet*|boal* de inima|atac de cord|kalp (krizi*|hastal*|ameliyat*|yetmezligi*|pili)|serangan jantung|penyakit jantung|malaltia del cor|infart",
  "инфаркт*|болезн* сердц*|порок сердца|аритми*|инсульт*|шунтировани*|стент*|кардиостимулятор*|інфаркт*|хвороб* серця|аритмі*|εμφραγμα*|καρδιοπαθ*|αρρυθμι*|στεντ",
];

export const PREGNANT_WORDS: readonly string[] = [
  "pregnan*|expecting (a |our |my )?(baby|child)|trimester|schwanger*|zwanger*|enceinte|grossesses?|embaraz*|incinta|gravidanza|gravidez|gravid*|raskaana|raskau*|w ciazy|ciaz*|tehotn*|tehotenstv*|terhes*|varandos*|insarcinat*|hamile*|hamil|embarass*|беременн*|вагітн*|εγκυο*|εγκυμοσυν*",
];

export const BIRTH_WORDS: readonly string[] = [
  "post ?partum|postnatal|gave birth|giving birth|childbirth|had (a|my|our|another) (baby|child)|(after|since) (my |the |a |our )?(pregnancy|baby|birth)|c section|caesarean|cesarean",
  "nach (der |meiner |einer )?(geburt|schwangerschaft|entbindung)|entbunden|kaiserschnitt|postpartal|na (de|mijn) (bevalling|zwangerschap)|bevallen|keizersnede",
  "apres (mon |l |un )?accouchement|apres (ma|la|une) grossesse|accouche*|cesarienne|(despues|tras) (del |el |de mi |mi )?(parto|embarazo)|di a luz|cesarea|pos(t)?parto",
  "dopo (il|la|mio|il mio) (parto|gravidanza)|ho partorito|parto cesareo|(depois|apos) (do|o|da) (parto|gravidez)|pos parto|cesariana",
  "efter (min |en |ett )?(fodsel*|graviditet*|forlossning*)|etter (fodsel*|svangerskap*)|kejsersnit|keisersnitt|kejsarsnitt|synnyty* jalkeen|synnytin|sektio*",
  "po porodzie|po ciazy|urodzilam|po porodu|porodila|szules utan|dupa nastere|dogumdan sonra|dogum yaptim|после родов|родила|після пологів|народила|μετα τη γεννα",
];

export const SURGERY_WORDS: readonly string[] = [
  "surger(y|ies)|surgically|operated on|(knee|hip|back|shoulder|spine|disc|hernia|meniscus|acl) (operation|replacement|op)|after (an|my|the) (operation|op)|post op|post operative",
  "operation(en)?|operiert*|(knie|huft|rucken|schulter|bandscheiben|meniskus|kreuzband) op|nach (der|einer|meiner) op|huftprothese|knieprothese|kunstliche* (huft|knie)*|geopereerd|operatie|knieoperatie|heupoperatie",
  "operee?s?|chirurgie|operad(o|a)|operacion|operaron|cirugia|operat(o|a)|operazione|intervento (chirurgico|al|alla|all)|cirurgia|operacao",
  "opere(r|t)*|operasjon*|opererad*|leikkau*|leikat*|operacj*|operowan*|operac*|operov*|mutet*|ameliyat*|operasi|операци*|прооперир*|операці*|εγχειρηση*|χειρουργ*",
];

/** Broken bones and other injuries that keep a rider off the bike. */
export const INJURY_WORDS: readonly string[] = [
  "fractur(e|es|ed)|(broke|broken|breaking) (my |a |an )?(collar ?bones?|clavicle|hip|leg|arm|wrist|ribs?|pelvis|femur|elbow|ankle|foot|shoulder|back|hand|bones?)|(after|since|back from) (an |my |the )?(injury|crash|accident)",
  "(schlusselbein|huft|rippen|arm|bein|becken|handgelenk|handgelenks|schenkelhals|oberschenkel|oberschenkelhals|unterschenkel|knochen|ermudungs|wirbel|ellenbogen)br(u|ue)ch*|fraktur*|gebrochen*|nach (einer|der|meiner|einem|dem|meinem) (verletzung|sturz|unfall)",
  "gebroken|botbreuk|sleutelbeenbreuk|heupbreuk|na (een|mijn|de) (blessure|val|ongeluk)|fractures?|cassee? (la|le|l|une|ma|mon)|apres (une|ma|la|un|mon) (blessure|chute|accident)",
  "fracturas?|rompi (el|la|un|una)|(tras|despues de) (una|la|mi|un|el) (lesion|caida|accidente)|frattur(a|e|ato|ata)|rott(o|a) (il|la|un|una)|dopo (un|una|la|l|il) (infortunio|caduta|incidente)",
  "fraturas?|fraturei|depois (de uma|da) (lesao|queda)|braekket|knoglebrud|kravebensbrud|brukket|beinbrudd|efter (en|min) (skade|skada|styrt)|etter (en )?skade|brutit|benbrott|nyckelbensbrott|murtum*|murtu(i|nut)",
  "zlaman*|zlamal*|po kontuzji|zlomenin*|zlomil*|po zraneni|tores* utan|eltort|kirik*|kirildi|patah tulang|перелом*|καταγμα*",
];

/** Illnesses that usually last two weeks and more. */
export const ILLNESS_WORDS: readonly string[] = [
  "covid*|corona|pneumoni*|glandular fever|mononucleos*|sepsis|cancer|chemo*|pulmonary embolism|lungenentzundung|pfeiffer*|krebs|krebserkrankung|longontsteking|kanker|neumonia|polmonite|cancro|lungebetaendelse|lungebetennelse|lunginflammation|kraeft|kreft|keuhkokuume*|syopa|syovan|zapaleni* pluc|rakiem|raka|zapal* plic|rakovin*|tudogyulladas*|zaturre|пневмони*|пневмоні*|ковид*|πνευμονια",
];

/** A joint, the back or a tendon that hurts: what a rider rides with, and what should not be ridden through. Tired or sore muscles are none. */
export const PAIN_WORDS: readonly string[] = [
  "(knees?|kneecaps?|joints?|back|hips?|neck|shoulders?|wrists?|elbows?|ankles?|achilles|tendons?|it band|hamstrings?) (tendons? )?(pains?|aches?|troubles?|problems?|issues?|niggles?|complaints?|injury|injuries|tendin*|tendon(itis|osis|opathy)|arthritis|arthrosis|osteoarthritis|strain)",
  "(knees?|kneecaps?|joints?|back|hips?|neck|shoulders?|wrists?|elbows?|ankles?|achilles|tendons?|it band|hamstrings?) ((is|are|get|gets|feel|feels|has|have|been|s|can|will|do|does|always|often|sometimes|still|really|quite|a|bit|little|slightly|very|so|start|starts|started|tend|tends|to|begin|begins|give|gives|giving|me|now|both|too|pretty|rather|kind|of) ){0,6}(hurt|hurts|hurting|ache|aches|aching|achy|sore|painful|pain|inflamed|swollen|stiff|dodgy|dicky|trouble|grief|(play|plays|playing|act|acts|acting) up)",
  "(sore|bad|dodgy|dicky|painful|aching|achy|injured|stiff|swollen|inflamed|weak|wonky|gammy|creaky|arthritic|hurting) (left |right |old |lower )?(knees?|joints?|back|hips?|neck|shoulders?|wrists?|elbows?|ankles?|achilles|tendons?)",
  "(pains?|aches?|troubles?|problems?|niggles?|hurts?|hurting|discomfort|arthritis|arthrosis|osteoarthritis|tendin*) (a (bit|little|lot) )?(in|with|behind|around|under|below|on|of) (both |my |the |one |a |of ){0,3}(left |right |lower |inner |outer )?(knees?|kneecaps?|joints?|back|hips?|neck|shoulders?|wrists?|elbows?|ankles?|achilles|tendons?|it band)",
  "(hurts?|hurting|aggravates?|irritates?|bothers?) (both |my |the ){1,2}(left |right |lower )?(knees?|kneecaps?|joints?|back|hips?|neck|shoulders?|wrists?|elbows?|ankles?|achilles|tendons?)",
  "(patellar|patella|patellofemoral) (pain|tendin*|tendon*|syndrome)|(runner s|cyclist s|jumper s) knee|sciatica|slipped disc|herniated disc|itbs",
  "(knie|rucken|huft|nacken|schulter|gelenk|handgelenk|achillessehnen|sehnen)(schmerz*|beschwerden|probleme?n?|entzundung|arthrose)|(knie|rucken|hufte|nacken|schulter|handgelenk|achillessehne) ((ist|sind|mir|manchmal|oft|immer|etwas|ein|bisschen|mal|leicht|beim) ){0,4}(schmerzt|schmerzen|weh|zwickt|zickt|tut|tun|probleme)|(schmerz*|probleme?) (im|in|mit|am) (den |dem |der |meinem |meinen |meiner )?(linken |rechten )?(knien?|rucken|hufte|nacken|schulter|handgelenk|achillessehne)",
  "(mal|douleurs?|problemes?) (au|aux|a|dans) (la |le |l |mes |mon |ma )?(genou|genoux|dos|hanche|hanches|nuque|epaule|epaules|poignet|tendon)|(genou|genoux) (me |qui )?(fait|font) mal|lombalgie|tendinite",
  "(dolor|dolores|molestias|problemas?) (de|en|con) (la |las |el |los |mi |mis )?(rodillas?|espalda|cadera|cuello|hombros?|munecas?|lumbares?)|me duelen? (mucho |un poco )?(la |las |el |los |mi |mis )?(rodillas?|espalda|cadera|cuello|hombros?)|lumbalgia|tendinitis",
  "(mal|dolor(e|i)|problem(a|i)|fastidi(o|i)) (di|al|alle|alla|ai|con|a) (il |le |la |mio |mie )?(ginocchi(o|a)|schiena|anca|collo|spall(a|e)|pols(o|i))|mi (fa|fanno) male (il |la |le |i )?(ginocchi(o|a)|schiena|anca|collo|spalla)|tendinite",
  "(knie|rug|heup|nek|schouder|pols)(pijn|klachten|problemen)|(pijn|last|klachten) (in|aan|van|met) (mijn |de )?(knie|knieen|rug|heup|nek|schouder|pols)|(knie|knieen|rug|heup) (doet|doen) (een beetje )?(pijn|zeer)|dor(es)? (no|nos|de|nas|na) (joelhos?|costas|quadril|ombros?)",
];

/** The knee among them: big gears at a low cadence load it most. */
export const KNEE_WORDS = "knees?|kneecaps?|patell*|knie*|genou|genoux|rodillas?|ginocchi(o|a)|joelhos?";

/** Drugs that slow the heart: the generic names end in -olol, -alol or -ilol; trade names as they stand on the box. */
export const BLOCKER_WORDS: readonly string[] = [
  "beta ?(receptor )?(blockers?|blocker(s|n)?|blokkers?|bloquants?|bloqueantes?|bloqueadores|bloccant(e|i)|rezeptorenblocker|blockare|blokere?|salpaaj*|blokator*|blokatory)|betablock*|beta-adrenerg*",
  "[a-z]*olol(e|o|um|s)?|carvedilol*|labetalol*|sotalol*|karvedilol*",
  "concor|cardicor|emconcor|bisogamma|bisohexal|cardensiel|detensiel|zebeta|congescor|monocor|beloc|beloc zok|lopressor|lopresor|toprol( xl)?|seloken|selozok|metohexal|betaloc|spesicor|tenormin|atehexal|blokium|inderal|dociton|avlocardyl|sumial|hemangeol|nebilet|nebilox|bystolic|temerit|lobivon|nomexor|dilatrend|coreg|kredex|querto|coropres|eucardic|sotalex|betapace|sotacor|sotahexal|corgard|trandate|kerlone|lokren|selectol|visken|bisoprolol|metoprolol|concor cor",
];

/** Words that take back what follows, or, with `AFTER`, what stands before. */
export const NEGATIONS =
  "no|not|never|without|none|nor|neither|cannot|zero|(do|does|did|have|has|is|are|was|had)n ?t|can ?t|n ai plus|n a plus|plus aucune?|kein|keine|keinen|keiner|keinerlei|nie|niemals|nicht|ohne|weder|pas|aucune?s?|jamais|sans|ni|sin|ningun|ninguna|nunca|jamas|non|senza|nessun|nessuna|nao|sem|nenhuma?|nem|geen|niet|nooit|zonder|ingen|intet|ikke|aldrig|aldri|uden|uten|inga|inget|inte|utan|ei|en ole|ilman|bez|zadn*|nigdy|nemam|nemel*|nikdy|nincs*|nu am|fara|tidak|tanpa|sense|нет|не|без|никогда|немає|ніколи|δεν|χωρις|ουτε";
export const NEGATIONS_AFTER =
  "no|none|never|free|frei|keine?|nicht|nie|pas|aucune?|nee|geen|niet|nej|nei|ingen|nie|yok|yoktur|degil|nincs|nincsen|нет|немає|οχι";
/** Behind a negation these make it none: "not sure", "no idea why". */
export const NO_NEGATIONS =
  "only|sure|just|certain|idea|know|nur|sicher|seulement|solo|solamente|soltanto|alleen|alene|kun|bara|vain|tylko|jen";
/** What may stand between a negation and what it takes back, beside other words of health. */
export const FILLERS =
  "a|an|any|of|the|my|i|have|had|has|am|is|be|been|being|ever|more|longer|history|signs?|symptoms?|such|as|known|or|and|from|with|suffer|suffered|suffering|take|takes|taking|taken|use|using|nehme|nimmt|genommen|prends|tomo|prendo|assumo|neem|slik|gebruik|feel|felt|current|currently|getting|ich|habe|hatte|bin|war|jemals|je|mehr|oder|und|von|einen?|eine|einem|gehabt|bekannte?n?|akuten?|seit|d|de|des|du|la|le|les|l|un|une|eu|ai|j|je|n|suis|ete|ou|et|plus|tengo|tenia|tuve|he|ha|tenido|estoy|soy|mas|ningun|ninguna|o|y|nunca|jamas|jamais|el|ho|avuto|mai|sono|stata|stato|mi|di|dolore|e|un|una|piu|tenho|tive|tido|estou|uma|um|ik|heb|ben|een|gehad|meer|of|er|jeg|har|haft|hatt|er|en|et|eller|og|mere|mer|jag|ar|och|nagon|nagra|ett|ole|ollut|olen|koskaan|tai|ja|mam|mialem|mialam|mial|jestem|bylam|nigdy|nie|lub|i|ani|jsem|mel|mela|mam|nebo|soha|volt|vagyok|am|avut|benim|hic|у|меня|было|болей|и|или|мене|було|εχω|ειχα|ποτε|και|η";
/** With a negation: it was there once. */
export const NO_MORE = "more|longer|anymore|ya|mehr|plus|mas|piu|mais|meer|mere|mer|lengre|langre|enaa|juz|uz|tobbet";
/** It was, and is not said to be now. */
export const PAST =
  "last (year|summer|winter|spring|autumn|fall|month|season|week)|ago|used to|previous*|former*|in the past|years? before|once had|(?<!have |has |ve )had|hatte|gehabt|fruher|letzte[nrs]? (jahr|sommer|winter|herbst|monat|fruhling)|letztes jahr|vor [0-9]+ (jahr|monat|woche)*|l an dernier|l ete dernier|il y a [0-9]+ (ans?|mois|semaines?)|avais|ai eu|avait eu|ano pasado|verano pasado|hace [0-9]+|tuve|tenia|l anno scorso|scorsa estate|ho avuto|(anni|anno|mesi|mese|settimane) fa|ano passado|verao passado|tive|ha [0-9]+|vorig jaar|vorige zomer|geleden|gehad|sidste ar|sidste sommer|i fjor|(ar|maneder|maned|uger|manader|veckor) (siden|sedan)|forra aret|i fjol|haft|hatt|viime vuonna|sitten|w zeszlym roku|rok temu|lata temu|lat temu|mialem|mialam|loni|pred [0-9]+|mel jsem|mela jsem|tavaly|anul trecut|gecen yil|(yil|ay) once|в прошлом году|назад|был|минулого року|тому|περυσι|πριν";
/** With a word of the past beside it: it is there now. */
export const NOW =
  "now|still|again|jetzt|nun|noch|wieder|maintenant|encore|ahora|todavia|adesso|ancora|agora|ainda|nu|nog|stadig|fortsatt|fortfarande|nyt|teraz|znowu|ted|most|acum|simdi|сейчас|теперь|опять|зараз|τωρα";
/** Somebody else's health: "my father", "meine Frau". */
export const OTHERS =
  "(my|our|mein*|unser*|mon|ma|notre|mi|nuestr*|mio|mia|il mio|la mia|meu|minha|mijn|min|mitt|moj*|muj|moja) (late |old |best |gute* |beste* |meilleure? |mejor )?(father|dad|mother|mum|mom|wife|husband|brother|sister|friends?|partner|girlfriend|boyfriend|son|daughter|uncle|aunt|grand*|boss|coach|vater*|mutter*|frau|mann|bruder*|schwester|freund*|partner*|sohn|tochter|opa|oma|chef|pere|mere|femme|mari|frere|soeur|amie?|copine|copain|padre|madre|mujer|esposa|marido|herman(o|a)|amig(o|a)|pareja|moglie|marito|fratello|sorella|amic(o|a)|compagn(o|a)|pai|mae|espos(o|a)|irmao?|namorad(o|a)|vader|moeder|vrouw|man|broer|zus|vriend*|far|mor|kone|mand|bror|soster|syster|venn|ven|fru|pappa|mamma|ojciec|mama|tata|zona|maz|brat|siostr*|otec|matka|manzel*)|my (father|mother|wife|husband|brother|sister) s|isani|aitini|vaimoni|apam|anyam|feleseg*|babam|annem|esim|мой отец|моя (мама|жена)|моего отца|ο πατερας μου";
/** The rider again: "my father died and now I have ...". */
export const SELF =
  "i|ich|je|j|yo|yo mismo|io|eu (tenho|sinto|tive|estou)|ik|jeg|jag|mina|ja|ja|me|mich|mir|я|εγω|now|jetzt|selbst|myself";
/** A cause that somebody rides for: nobody here has it. */
export const CAUSES =
  "charity|charities|fundrais*|raise (money|funds)|raising (money|funds)|foundation|research|awareness|in aid of|in memory of|stiftung|spenden*|forschung|benefic*|bienfaisance|beneficenza|goede doel|velgorenhed|valgorenhet";
/** What is to be kept away is not there. */
export const KEPT_AWAY =
  "risk of|prevent|preventing|avoid|avoiding|against|protect from|fear of|vorbeugen|risiko|vermeiden|gegen|prevenir|risque|eviter|contre|riesgo|evitar|contra|prevenire|rischio|evitare|contro|risco|voorkomen|tegen|forebygge|undga|imod|undvika|mot|ehkaista|zapobiec|przeciw|predchazet|proti";
/** So long ago that it holds nobody back: an operation, a broken bone, an illness. */
export const LONG_AGO =
  "(years|jahren|jahre|ans|anos|anni|jaar|ar|vuotta|lat|lata|let|evvel) (ago|fa|geleden|siden|sedan|sitten|temu|once)|vor [0-9]+ jahren|vor (vielen|mehreren|zwei|drei|vier|funf|zehn) jahren|il y a [0-9]+ ans|hace [0-9]+ anos|ha [0-9]+ anos|pred [0-9]+ lety|as a (child|kid)|als kind|when i was (young|a child|a kid)";
/** How long a rider was off the bike. */
export const WEEK_WORDS =
  "weeks?|wochen?|semaines?|semanas?|settiman(a|e)|weken|uger?|uker|veckor?|viikko*|tygod*|tydn*|het|hafta";
export const MONTH_WORDS =
  "months?|monate?n?|mois|mes(es)?|mes(e|i)|maanden|maned(er)?|manader?|kuukau*|miesi*|mesic*|honap|ay";
export const NUMBER_WORDS: readonly (readonly [number: number, words: string])[] = [
  [1, "a one ein"],
  [2, "two zwei deux dos due"],
  [3, "three drei trois tres tre"],
  [4, "four vier quatre cuatro"],
  [5, "five funf cinq cinco"],
  [6, "six sechs seis sei"],
  [7, "seven sieben"],
  [8, "eight acht huit"],
  [9, "nine neun"],
  [10, "ten zehn"],
  [12, "twelve zwolf"],
];
/** Where one thought ends and another begins. */
export const BREAKS =
  /[.;!?\n]+|(?<![\p{L}])(?:but|although|however|aber|sondern|doch|mais|cependant|pero|aunque|sino|tuttavia|porem|maar|men|dock|mutta|ale|avsak|de azonban|dar|ama|fakat|но|але|αλλα)(?![\p{L}])/u;

/** Words of usual goals: a text of these alone says nothing of health, and is not looked at. */
export const PLAIN_WORDS =
  "a an and at be better build century climb complete cycle cycling endurance event far fast faster finish first fit fitness fondo for ftp further general get gran gravel half hilly hours improve in km lose long longer miles mountain my of on power prepare race races racing raise ride riding road season sportive stay strong stronger summer the to train training weight with";
