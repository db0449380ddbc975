/**
 * What papers in English, German, French, Spanish, Italian and Dutch call the same thing, better labels first. A line is a
 * name of a field with its other names.
 */
export const LABEL_WORDS = `
invoice number: rechnungsnummer, rechnung nr, rechnungs nr, rechnung number, numéro de facture, facture n°, facture, n° facture, número de factura, factura nº, factura, numero fattura, fattura n, factuurnummer, invoice id, invoice, rechnung, bill number
invoice date: rechnungsdatum, date de facture, date de la facture, date de facturation, fecha de factura, fecha de la factura, data fattura, factuurdatum, date of invoice, date of issue, issue date, issued on, billing date, datum
date: datum, date du, le, fecha, data, dated, issue date, date of issue, issued, invoice date, rechnungsdatum
due date: fällig am, fälligkeit, fälligkeitsdatum, zahlbar bis, zahlungsziel, zu zahlen bis, payment due, date d'échéance, échéance, à payer avant, fecha de vencimiento, vencimiento, data scadenza, scadenza, vervaldatum, payable by, pay by, due by, due on, due
delivery date: lieferdatum, liefertermin, leistungsdatum, date de livraison, fecha de entrega, delivered on, leverdatum
order date: bestelldatum, auftragsdatum, date de commande, fecha de pedido, ordered on, besteldatum
order number: bestellnummer, bestell nr, auftragsnummer, auftrags nr, numéro de commande, commande n°, n° commande, número de pedido, pedido nº, purchase order, po number, po, order id, order, bestelling
customer number: kundennummer, kunden nr, numéro client, n° client, numéro de client, code client, número de cliente, client number, account number, customer id, klantnummer
customer: kunde, auftraggeber, client, cliente, bill to, billed to, sold to, rechnungsempfänger, facturé à, destinataire, klant, buyer
supplier: lieferant, verkäufer, fournisseur, vendeur, proveedor, vendor, seller, from, leverancier
company: firma, unternehmen, société, entreprise, empresa, organisation, organization, company name, business name, raison sociale
name: full name, vollständiger name, nom, nom complet, nombre, naam, nome, contact name
first name: vorname, prénom, nombre, given name
last name: nachname, familienname, nom de famille, nom, apellidos, apellido, surname, family name
contact: ansprechpartner, kontakt, contact person, interlocuteur, persona de contacto, contactpersoon
author: autor, autorin, verfasser, verfasserin, auteur, written by, by, von
title: titel, titre, título, titolo
subject: betreff, objet, asunto, oggetto, onderwerp, re
address: adresse, anschrift, dirección, indirizzo, adres, street address
street: straße, strasse, rue, calle, via
city: ort, stadt, ville, ciudad, town, plaats
postcode: plz, postleitzahl, code postal, código postal, zip, zip code, postal code
country: land, pays, país, paese
total: gesamtbetrag, rechnungsbetrag, gesamtsumme, gesamt, endbetrag, summe, zu zahlender betrag, zahlbetrag, total ttc, montant total, montant ttc, total à payer, net à payer, importe total, total a pagar, total factura, totale, totaal, grand total, total amount, total due, amount due, balance due, invoice total, bruttobetrag, brutto, gross total
amount: betrag, gesamtbetrag, rechnungsbetrag, summe, montant, importe, importo, bedrag, total, total amount, amount due, gesamt
net: nettobetrag, netto, nettosumme, summe netto, zwischensumme, total ht, montant ht, sous total, base imponible, subtotal, sub total, net amount, net total, total net, imponibile
subtotal: zwischensumme, sub total, nettobetrag, summe netto, sous total, total ht, base imponible, net amount, net total
tax: mwst, mehrwertsteuer, umsatzsteuer, ust, tva, montant tva, iva, btw, vat, sales tax, tax amount, vat amount, gst
gross: bruttobetrag, brutto, gesamtbetrag, total ttc, gross amount, gross total, total
shipping: versand, versandkosten, porto, frais de port, livraison, gastos de envío, delivery, shipping costs, freight, verzendkosten
discount: rabatt, skonto, nachlass, remise, descuento, sconto, korting
price: preis, einzelpreis, verkaufspreis, uvp, prix, prix unitaire, precio, pvp, prezzo, prijs, unit price, list price, rrp, msrp
cost: kosten, coût, coste, costo
fee: gebühr, honorar, frais, honoraires, tarifa
salary: gehalt, lohn, salaire, salario
rent: miete, kaltmiete, loyer, alquiler
deposit: kaution, anzahlung, caution, acompte, depósito
quantity: menge, anzahl, stück, quantité, qté, cantidad, qty, aantal, units
vat id: ust idnr, ust id nr, ust idnr number, ust id, ustid, uid, umsatzsteuer identifikationsnummer, umsatzsteuer id, numéro de tva, n° tva, tva intracommunautaire, n° tva intracommunautaire, numéro de tva intracommunautaire, nif iva, nif, cif, partita iva, p iva, btw nummer, vat number, vat reg number, vat registration number, vat, mwst number
vat rate: mwst satz, steuersatz, ust satz, taux de tva, tipo de iva, tax rate, vat, mwst, mehrwertsteuer, umsatzsteuer, ust, tva, iva, btw, tax
tax number: steuernummer, st number, numéro fiscal, nif, tax id, codice fiscale
iban: bankverbindung, iban number
bic: swift, swift code, bic code
bank: kreditinstitut, banque, banco, banca, bank name
email: e mail, email address, e mail address, e mail adresse, courriel, adresse e mail, correo electrónico, correo, mail
phone: telephone, phone number, telefonnummer, numéro de téléphone, mobile, mobil, handy, portable, móvil, hotline
mobile: mobil, mobiltelefon, handy, portable, mobile phone, cell, cell phone, móvil
fax: telefax, fax number, télécopie
url: web, website, webseite, internet, homepage, site web, site internet, sitio web, página web, www
website: web, url, webseite, internet, homepage, site web, site internet, sitio web, página web
product: produkt, artikel, bezeichnung, artikelbezeichnung, produit, désignation, article, producto, artículo, product name, item, model
sku: artikelnummer, artikel nr, art nr, art number, article number, item number, part number, référence, réf, referencia, product code, model number, bestellnummer
brand: marke, hersteller, marque, marca, manufacturer
ean: gtin, barcode, ean code
weight: gewicht, nettogewicht, poids, peso, net weight
dimensions: maße, abmessungen, größe, size, measurements
colour: color, farbe, couleur
material: werkstoff, matériau, matière
warranty: garantie, gewährleistung, garantía, guarantee
description: beschreibung, descripción
reference: referenz, aktenzeichen, zeichen, référence, réf, referencia, our reference, your reference, ref
contract number: vertragsnummer, vertrags nr, numéro de contrat, número de contrato, policy number
start date: beginn, vertragsbeginn, startdatum, date de début, fecha de inicio, start, valid from, gültig ab, begins on, begins, beginning, starts on, commencing on, commences on, beginnt am, ab dem, à compter du, a partir del, from
end date: ende, vertragsende, enddatum, date de fin, fecha de fin, end, valid until, gültig bis, ends on, endet am, jusqu'au, hasta el, until, expires, expiry date
birth date: geburtsdatum, geboren am, date de naissance, né le, née le, fecha de nacimiento, date of birth, dob, born
status: stand, statut, estado, state
language: sprache, langue, idioma
currency: währung, devise, moneda
`;
