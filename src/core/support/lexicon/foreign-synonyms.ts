/**
 * Words that may stand for one another, by language, a group a line; forms that share no stem with a listed one are
 * listed too. A word may be in several groups.
 */
export const FOREIGN_SYNONYMS: Readonly<Record<string, string>> = {
  de: `
kosten preis gebühr zahlen bezahlen eintritt beitrag
kostenlos gratis umsonst frei kostenfrei unentgeltlich nichts
öffnen geöffnet offen aufmachen beginnen
schließen geschlossen endet
beginnen begann begonnen anfangen fängt starten start anfang beginn startet
enden endet ende schluss aufhören abschluss abgeschlossen fertig
dauern dauert läuft brauchen braucht fahrzeit dauer
verbieten verboten untersagt verbot
erlauben erlaubt dürfen darf gestattet möglich zulässig
empfehlen empfiehlt rät raten empfehlung
sinken sank gesunken fallen fiel gefallen abnehmen zurückgehen verringern senken verlieren verloren abnahmen
steigen stieg gestiegen zunehmen wachsen wuchs erhöhen anstieg
erhalten bekommen bekommt kriegen kriegt erhält
benutzen nutzen verwenden gebrauchen einsetzen
herstellen erzeugen produzieren liefern erzeugt
kaufen kauft erwerben anschaffen
wohnen leben lebt
arbeiten arbeitet beschäftigt tätig
mitarbeiter beschäftigte angestellte arbeitskräfte personal
teilnehmer teilnehmende probanden versuchspersonen
besucher gäste publikum besuchen kamen badegäste
kinder jungen mädchen
jugendliche junge teenager
menschen leute personen einwohner bewohner
frauen frau
männer mann
forscher wissenschaftler forscherin wissenschaftlerin forschende
studie untersuchung versuch experiment test
ergebnis resultat befund
durchschnitt durchschnittlich mittel schnitt mittlere
jährlich jahr
monatlich monat
täglich tag
wöchentlich woche
stündlich stunde
kopfschmerzen kopfweh
auto wagen pkw fahrzeug autos
fahrrad rad fahrräder räder
zug bahn züge
bus busse
strecke linie route weg
haus gebäude häuser
wohnung wohnungen
zimmer raum räume
stadt gemeinde kommune ort
firma unternehmen betrieb gesellschaft hersteller
leiter leitet chef chefin leiterin geleitet
gründen gründete gegründet gründung
bauen gebaut errichtet erbaut entstand bau
zerstören zerstört vernichtet
ersetzen ersetzt ausgetauscht austauschen erneuert neuen wechseln
reinigen gereinigt säubern putzen
prüfen geprüft kontrollieren testen getestet untersucht
warnen warnt
sagen sagt erklärt meint zufolge berichtet erläutert laut
ablehnen abgelehnt lehnt gegen
zustimmen zugestimmt angenommen stimmte
grund ursache wegen weil deshalb anlass
folge auswirkung wirkung einfluss effekt ändern
gleich unverändert dasselbe bleiben blieb
verschwinden verschwanden verschwunden weg
brechen abbrechen brach abgebrochen durchhalten
tragen trägt
essen isst ernten verzehr verzehren speise
ernte ernten geerntet erntet ertrag erbringen brachte
trinken trinkt
schlafen schlaf
laufen gehen geht ging
fahren fährt fuhr fahrt verkehren
wachsen wächst anbauen
hund hunde
tier tiere
baum bäume
wasser
strom elektrizität elektrisch
wärme heizen geheizt wärmt heizung
licht lampe
geld summe betrag
versicherung versichert police
vertrag abkommen vereinbarung
frist zeitraum
gesetz vorschrift regel
schüler kinder
lehrer lehrerin lehrkräfte unterricht
unterrichten unterrichtet kurs unterricht
arzt ärztin mediziner
krankheit erkrankung leiden litt litten
gesund gesundheit
gefährlich gefahr riskant
wichtig bedeutend
nötig notwendig erforderlich muss müssen
fehlen fehlt wegfall weggefallen mangel
kritisieren kritisiert unzufrieden bemängelt
abschalten abgeschaltet still ausschalten aus
zusätzlich extra weitere
etwa ungefähr rund circa
selten kaum
hälfte halb halbe halben
drittel
mitglied mitglieder
abo abonnement
monatsbeitrag
lediglich nur bloß
vorjahr jahr davor
`,
  fr: `
coûter coûte coût prix tarif payer paie payé
gratuit gratuitement libre gratuite
ouvrir ouvre ouvert ouverte ouverture
fermer ferme fermé fermée fermeture
commencer commence début débuter débute
finir finit terminer termine fin
durer dure durée
interdire interdit interdite défendu défendue
permettre permis permise autorisé autorisée peut pouvoir
conseiller conseille recommander recommande
baisser baisse diminuer diminué chuter recul
augmenter augmente hausse monter progresser
utiliser utilise employer servir
produire produit fabriquer fabrique
acheter achète achat
vendre vend vente vendu vendeur marchand commerçant
entreprise société firme
salarié employé travailleur personnel
chercheur scientifique chercheuse
étude recherche enquête essai
enfant jeune
gens personne habitant
visiteur visite visiter public
maison bâtiment logement
ville commune
voiture auto véhicule
vélo bicyclette
train rail
moyenne moyen
annuel annuelle an année
mensuel mois
quotidien jour
hebdomadaire semaine
créer créé fondé fonder fondation
construire construit bâti
dire dit explique selon affirme
cause raison parce
effet influence
réunir réunit compter compte rassembler accueillir
dimanche
marché halle
étal stand emplacement
`,
  es: `
costar cuesta coste precio tarifa pagar paga pagan
gratis gratuito gratuita
abrir abre abierto abierta apertura
cerrar cierra cerrado cierre
empezar empieza comenzar comienza inicio
terminar termina acabar fin
durar dura duración tarda
prohibir prohibido prohibida
permitir permitido permite puede pueden poder
aconsejar aconseja recomendar recomienda
bajar baja disminuir descenso caer reducir
subir sube aumentar aumento crecer
usar usa utilizar utiliza emplear
producir produce fabricar fabrica
comprar compra
vender vende venta
empresa compañía sociedad
trabajador empleado trabajadora personal
investigador científico investigadora
estudio investigación ensayo
niño niña joven
gente persona habitante vecino
visitante visita público
casa edificio vivienda
ciudad municipio pueblo
coche auto vehículo
bicicleta bici
tren ferrocarril
promedio media medio
anual año
mensual mes
diario día
semanal semana
crear fundar fundó fundado
construir construido construyó
decir dice según explica afirma
causa razón porque
efecto influencia
`,
};
