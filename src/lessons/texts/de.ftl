### Die Lektionen auf Deutsch. Wörter in ** stehen so auf der Seite; Wörter in ` sind Code.

## Das Panel selbst

panel = Lektion
    .learn = Lernen
    .number = Lektion { $number } von { $count }
    .hide = Lektion ausblenden
    .hint = Hinweis
    .copy = Zeile kopieren
    .show = Zeig es mir
    .busy = Warte, bis es fertig ist.
    .next-shown = Zeig mir das Nächste
    .skip = Überspringen
    .again = Noch einmal machen
    .go = Zu diesem Schritt
    .done = Erledigt
    .skipped = Übersprungen
    .now = Jetzt
    .ahead = Kommt noch
    .begin-next = Nächste Lektion beginnen
    .over = Diese Lektion von vorn beginnen
    .over-done = Die Lektion beginnt von vorn. Was du darin gemacht hattest, zählt nicht mehr.
    .setup = Diese Lektion braucht am Anfang eine Funktion, und keine von deinen ist gerade so weit. Sie kann eine für dich anlegen.
    .make = Funktion anlegen
    .sent = Gesendet: { $request }
    .all = Alle Lektionen und dein Fortschritt
    .reset =
        { $changes ->
            [0] Seit Beginn dieses Schritts hat sich nichts geändert. Er ist danach einfach wieder offen.
            [one] Das nimmt die eine Änderung seit Beginn dieses Schritts zurück.
           *[other] Das nimmt die { $changes } Änderungen seit Beginn dieses Schritts zurück.
        }
    .reset-others =
        { $steps ->
            [one] Auch ein späterer Schritt ist danach wieder offen.
           *[other] Auch { $steps } spätere Schritte sind danach wieder offen.
        }
    .reset-lessons = Auch in anderen Lektionen über diese Funktion sind danach Schritte wieder offen: { $lessons }.
    .reset-functions = Was du seitdem an anderen Funktionen geändert hast, geht mit zurück: { $functions }.
    .reset-done =
        { $changes ->
            [one] Eine Änderung wurde zurückgenommen.
           *[other] { $changes } Änderungen wurden zurückgenommen.
        }
panel-predict = Das ist meine Schätzung
    .least = Mindestens
    .most = Höchstens
    .refused = Gib zwei ganze Zahlen von 0 bis { $invocations } an, die kleinere zuerst.
panel-guess = Deine Schätzung
    .numbers = { $least } bis { $most }
panel-normal = Normaler Bereich
    .numbers = { $least } bis { $most }
panel-got = Das Ergebnis
    .numbers = { $least }
panel-verdict-good = Du hattest recht, und dein Bereich war etwa so breit, wie der Zufall ihn braucht.
panel-verdict-wide = Du hattest recht, hast dem Zufall aber mehr Raum gelassen als nötig.
panel-verdict-narrow = Der Zufall streut mehr, als du dachtest. In 19 von 20 Läufen liegt die Zahl im normalen Bereich.
panel-verdict-off = Es kam anders. In 19 von 20 Läufen liegt die Zahl im normalen Bereich.

learn = Lektionen
    .language = Sprache
    .state = Stand
    .not-begun = Nicht begonnen
    .begun = Begonnen
    .complete = Vollständig
    .over-with-skips = Beendet, mit übersprungenen Schritten
    .act = Öffnen
    .open = Lektion { $number } öffnen
    .code = Abschlusscode
    .locked = Du bist über den Link einer Lehrkraft hier, darum kommen die Schritte der Reihe nach.
    .unlock = Ohne diesen Link weitermachen
learn-proof = Was du gemacht hast
    .empty = Noch nichts. Was du in den Lektionen machst, steht dann hier, mit einem Code für deine Lehrkraft.
    .text = Gib deinen Namen ein, und gib deiner Lehrkraft den Code einer Lektion. Die exportierte Datei enthält als Beweis alle Änderungen.
    .name = Dein Name
    .nameless = Der Code erscheint hier, sobald du deinen Namen eingegeben hast.
    .export = Als Datei exportieren
learn-teacher = Für Lehrkräfte
    .text = Ein Link öffnet eine Lektion. Mit einem Seed bekommen alle, die ihm folgen, dieselben Zufallszahlen.
    .seed = Seed für die Klasse
    .start = Lernende beginnen mit
    .start-lesson = einem leeren Playground und dem, was die Lektion braucht
    .start-mine = dem, was sie haben
    .start-state = dem, was jetzt in diesem Playground ist
    .steps = Schritte
    .steps-free = in beliebiger Reihenfolge
    .steps-locked = der Reihe nach, ohne zu überspringen
    .link = Link
learn-check = Einen Abschlusscode prüfen
    .name = Name der lernenden Person
    .seed = Seed des Links
    .check = Prüfen
    .right = { $lesson }: { $done } erledigt, { $skipped } übersprungen, { $open } offen. Der Code passt zum Namen und zum Seed.
    .mistyped = In diesem Code steckt ein Tippfehler: Ein Zeichen ist falsch, fehlt oder ist zu viel.
    .other-release = Dieser Code stammt von einer anderen Ausgabe des Playgrounds.
    .other-name = Dieser Code ist echt, wurde aber auf einen anderen Namen ausgestellt.
    .other-seed = Dieser Code ist echt, wurde aber mit einem anderen Seed erzeugt.
    .other-name-and-seed = Dieser Code ist echt, wurde aber auf einen anderen Namen ausgestellt und mit einem anderen Seed erzeugt.
learn-link = Eine Lektion für dich
    .start-mine = Sie beginnt mit den Funktionen, die du hier hast.
    .start-lesson = Sie beginnt mit einem leeren Playground und entfernt die Funktionen, die du hier hast. Exportiere sie vorher, wenn du sie behalten willst.
    .start-state = Sie beginnt mit dem, was deine Lehrkraft vorbereitet hat, und entfernt die Funktionen, die du hier hast. Exportiere sie vorher, wenn du sie behalten willst.
    .seed = Der Seed ist { $seed }: Alle mit diesem Link bekommen dieselben Zufallszahlen.
    .locked = Die Schritte kommen der Reihe nach, und keiner kann übersprungen werden.
    .begin = Beginnen
    .leave = Jetzt nicht
    .broken = Lass dir den Link noch einmal geben: Vielleicht fehlt ein Teil davon.

## Die Lektionen

create = Anlegen, deployen, testen
    .goal = Bring eine eigene Funktion zum Laufen.
    .learned = Du hast eine Funktion geschrieben, sie deployt und ihre Antwort gesehen. Was du änderst, läuft erst nach **Deploy**.

create-function = Leg eine Funktion an
    .text =
        Drück auf **Create function**. Nenn sie `{ $function }` und wähl `Python 3.8`, denn viele echte Funktionen verwenden es noch. Alles andere lässt du, wie es ist.
    .hint-1 = Es ist der blaue Knopf unter „No functions“. Sobald du eine Funktion hast, ist er oben rechts.
    .hint-2 = Schreib `{ $function }` als Namen, und drück im Dialog auf **Create function**.
    .seen = `{ $function }` ist da. Bisher gibt es sie in einer Form, und die heißt `$LATEST`.

deploy-code = Ändere, was sie sagt
    .text =
        Lass den Handler im Reiter **Code** den Text "this is version one." zurückgeben. Drück dann auf **Deploy**. Bis dahin führt Lambda den alten Code aus.
    .hint-1 = Der Handler ist die Funktion `lambda_handler`. Was sie zurückgibt, bekommen die Aufrufer.
    .hint-2 = Schreib `return "this is version one."` anstelle des alten `return`, mit vier Leerzeichen davor. Drück dann auf **Deploy**.
    .seen = Ab jetzt führt `$LATEST` den neuen Code aus.

save-event = Speichere ein Testereignis
    .text =
        Eine Funktion läuft, wenn ein Ereignis eintrifft. Im Reiter **Test** steht schon eines. Gib ihm einen Namen, zum Beispiel `first`, und drück auf **Save event**.
    .hint-1 = Der Name kommt in das Feld **Event name**.
    .hint-2 = Schreib `first` in **Event name**, und drück daneben auf **Save event**.
    .seen = Das Ereignis ist gespeichert, du kannst also immer wieder dasselbe senden.

test-function = Teste sie
    .text =
        Drück auf **Test**. Lambda startet eine Umgebung für deinen Code, übergibt ihm das Ereignis und zeigt, was er zurückgibt.
    .hint-1 = Der Knopf ist im Reiter **Test**, unter dem Ereignis.
    .hint-2 = Wenn du einen anderen Text siehst, geh zurück zum Reiter **Code**, sieh nach, ob dort eine Warnung steht, und drück auf **Deploy**.
    .seen = Sieh dir **Init duration** im Ergebnis an. Der erste Aufruf musste Python starten, der nächste muss das nicht.

versions = Zwei Versionen
    .goal = Friere ein, was funktioniert, und ändere dann weiter.
    .learned = Eine Version ändert sich nie. Nur `$LATEST` tut das. Beide können nebeneinander laufen.

publish-first = Veröffentliche Version 1
    .text =
        Dein Code funktioniert, also bewahr ihn auf. Öffne **Actions**, wähl **Publish new version**, und veröffentliche ihn. Eine Notiz wie `first` hilft dir später.
    .hint-1 = **Actions** steht neben dem Namen der Funktion.
    .hint-2 = Öffne **Actions**, wähl **Publish new version**, und drück dann auf **Publish**.
    .seen = Version { $first } ist eine Kopie deines Codes und deiner Einstellungen. Niemand kann sie mehr ändern, auch du nicht.

test-first = Teste die Version
    .text =
        Wähl Version { $first } als **Qualifier**, und drück dann auf **Test**. Sieh dir auch den Reiter **Code** an: Lesen kannst du ihn, ändern nicht.
    .hint-1 = **Qualifier** ist das Feld über den Reitern. Es sagt, welche Version du ansiehst.
    .hint-2 = Wähl **Version { $first }** in **Qualifier**, öffne den Reiter **Test**, und drück auf **Test**.
    .seen = Das Ergebnis nennt Version { $first } als die, die lief.

deploy-second = Ändere den Code
    .text =
        Wähl wieder `$LATEST` als **Qualifier**. Lass den Handler "this is version two." zurückgeben, und drück auf **Deploy**.
    .hint-1 = Nur `$LATEST` lässt sich ändern. Der Reiter **Code** sagt es dir, wenn du eine Version ansiehst.
    .hint-2 = Wähl `$LATEST` in **Qualifier**, öffne **Code**, schreib `return "this is version two."`, und drück auf **Deploy**.
    .seen = `$LATEST` ist weitergegangen. Ist Version { $first } mitgegangen?

test-latest-and-first = Vergleiche die beiden
    .text =
        Teste `$LATEST`, dann noch einmal Version { $first }. Überleg dir vorher: Was wird jede von ihnen sagen?
    .hint-1 = Wähl jede in **Qualifier**, und drück für jede auf **Test**.
    .hint-2 = Wähl `$LATEST` und drück auf **Test**. Wähl **Version { $first }** und drück auf **Test**.
    .seen = `$LATEST` sagt two, Version { $first } sagt immer noch one. Das ist mit „unveränderlich“ gemeint.

publish-second = Veröffentliche Version 2
    .text =
        Veröffentliche noch einmal. Lambda zählt weiter: Das wird Version { $second }.
    .hint-1 = Es geht wie vorhin, unter **Actions**.
    .hint-2 = Öffne **Actions**, wähl **Publish new version**, und drück auf **Publish**.
    .seen = Jetzt gibt es zwei Versionen zur Wahl, und jede bleibt, solange du sie behältst.

aliases = Namen, die bleiben
    .goal = Gib Aufrufern einen Namen, der bleibt, während Versionen kommen und gehen.
    .learned = Aufrufer verwenden einen Namen, und du entscheidest, was dahinter steht. Ein ARN, der mit einem Namen endet, ist qualifiziert. Einer ohne meint `$LATEST`.

create-dev = Ein Alias für die, die Code schreiben
    .text = Aufrufer sollten keine Nummern kennen müssen. Öffne den Reiter **Aliases**, und drück auf **Create alias**. Nenn ihn `dev`, wähl `$LATEST` als **Version**, und drück auf **Save**.
    .hint-1 = Du findest **Create alias** im Reiter **Aliases** und auch unter **Actions**.
    .hint-2 = Schreib `dev` in **Name**, wähl `$LATEST` in **Version**, lass **Additional version** auf **None**, und drück auf **Save**.
    .seen = `dev` führt zu `$LATEST`, also ist dort sofort, was du deployst.

create-test = Ein Alias für die, die testen
    .text = Wer testet, braucht Code, der stillhält. Drück wieder auf **Create alias**. Nenn diesen `test`, und lass ihn auf Version { $second } zeigen.
    .hint-1 = Es geht wie bei `dev`, mit anderem Namen und anderer Version.
    .hint-2 = Schreib `test` in **Name**, wähl { $second } in **Version**, und drück auf **Save**.
    .seen = Du kannst `$LATEST` weiter ändern. Wer `test` aufruft, merkt nichts davon.

create-prod = Ein Alias für alle anderen
    .text = Deine Nutzer sollen bekommen, was sich bewährt hat. Drück noch einmal auf **Create alias**. Nenn ihn `prod`, und lass ihn auf Version { $first } zeigen.
    .hint-1 = Version { $first } ist die ältere. Wähl sie in **Version**.
    .hint-2 = Schreib `prod` in **Name**, wähl { $first } in **Version**, und drück auf **Save**.
    .seen = Jetzt gibt es drei Namen, und jeder führt zu eigenem Code.

test-aliases = Ruf jeden beim Namen
    .text = Wähl `dev` als **Qualifier**, öffne den Reiter **Test**, und drück auf **Test**. Mach dasselbe mit `test` und mit `prod`. Überleg dir jedes Mal vorher: Was wird er sagen?
    .hint-1 = **Qualifier** führt neben den Versionen auch die Aliasse auf.
    .hint-2 = Wähl `dev`, `test` und `prod` nacheinander in **Qualifier**, und drück für jeden auf **Test**.
    .seen = Eine Funktion, drei Antworten. Wenn du einen Alias verschiebst, bekommen seine Aufrufer anderen Code und müssen selbst nichts ändern.

compare-arns = Mit und ohne Namen
    .text = Wähl `$LATEST`, und sieh dir den ARN über den Reitern an: Er endet mit dem Namen der Funktion. Drück auf **Test**. Wähl dann `prod`: Jetzt endet der ARN mit `:prod`. Drück wieder auf **Test**, und vergleich die Antworten.
    .hint-1 = Der ARN steht neben **Qualifier**. Er ändert sich mit dem, was du dort wählst.
    .hint-2 = Wähl `$LATEST` in **Qualifier** und drück auf **Test**. Wähl `prod` und drück auf **Test**.
    .seen = Ein ARN ohne Namen am Ende ist unqualifiziert: Er meint `$LATEST`, was immer das heute ist. Einer, der mit `:prod` endet, ist qualifiziert und hält still, während du arbeitest.

weights = Halbe-halbe
    .goal = Teil die Aufrufe zwischen zwei Versionen auf, und sieh, was der Zufall macht.
    .learned = Ein Gewicht ist die Wahrscheinlichkeit für jeden einzelnen Aufruf. Nichts wird gezählt, und niemand wechselt sich ab. Darum ergibt ein Anteil von 50 % nur hin und wieder genau 50 von 100.

share-prod = Teil prod zwischen zwei Versionen auf
    .text = Drück im Reiter **Aliases** neben `prod` auf **Edit**. Lass Version { $first } als **Version**. Wähl { $second } als **Additional version**, schreib 50 in **Weight (%)**, und drück auf **Save**.
    .hint-1 = Das Gewicht ist der Anteil der zusätzlichen Version. Die andere bekommt den Rest.
    .hint-2 = Drück neben `prod` auf **Edit**, wähl { $second } in **Additional version**, schreib `50` in **Weight (%)**, und drück auf **Save**.
    .seen = Sieh dir die Zeile von `prod` an: Sie hat jetzt zwei Versionen mit je 50 %.

test-share = Probier es von Hand
    .text = Wähl `prod` als **Qualifier**, und drück mindestens fünfmal auf **Test**. Sieh jedes Mal nach, welche Version lief. Wechseln sie sich ab?
    .hint-1 = Das Ergebnis sagt "one" oder "two" und nennt auch die Version.
    .hint-2 = Wähl `prod` in **Qualifier**, öffne den Reiter **Test**, und drück fünfmal auf **Test**.
    .seen = Ein Aufrufer, ein Name, und mal läuft diese Version, mal jene. Jeder Aufruf ist wie ein Münzwurf.

predict-share = Sag, was du erwartest
    .text = Gleich schickst du 100 Aufrufe durch `prod`. Wie viele davon bekommt Version { $second }? Gib einen Bereich an, auf den du wetten würdest.
    .hint-1 = Wirf in Gedanken 100-mal eine Münze. Würdest du auf 50-mal Kopf wetten? Auf 45 bis 55?
    .hint-2 = Von 40 bis 60 ist eine gute Schätzung.
    .seen = Deine Schätzung ist notiert. Mal sehen, was der Zufall sagt.

fire-share = Schick 100 Aufrufe ab
    .text = Öffne den Reiter **Traffic**. Wähl `prod` in **Send to**, setz **Number of invocations** auf 100, und drück auf **Fire**. Vergleich dann **Observed** mit **Normal range**.
    .hint-1 = Die Tabelle sagt, wie viele Aufrufe jede Version bekam und was normal wäre.
    .hint-2 = Wähl `prod` in **Send to**, schreib `100` in **Number of invocations**, und drück auf **Fire**.
    .seen =
        { $of ->
            [0] Jeder Aufruf ist ein eigener Wurf, darum sind die Anteile von Lauf zu Lauf verschieden.
           *[other] Version { $second } bekam { $got } von { $of }. Jeder Aufruf ist ein eigener Wurf, und so sehen 50 % dann aus.
        } 40 bis 60 von 100 sind normal: Dort landen 19 von 20 Läufen.

promote = Alles auf Version zwei
    .goal = Bring alle Aufrufer zur neuen Version, und sieh, was sie davon merken.
    .learned = Eine Umstellung ist eine einzige Änderung an einem einzigen Alias. Die Aufrufer behalten Namen und ARN. Wenn es sein muss, geht es auf demselben Weg zurück.

promote-prod = Stell um
    .text = Version { $second } ist gut, also sollen alle sie bekommen. Drück im Reiter **Aliases** neben `prod` auf **Edit**. Wähl { $second } als **Version** und **None** als **Additional version**. Drück dann auf **Save**.
    .hint-1 = Zwei Felder müssen sich ändern: die Version und die zusätzliche Version.
    .hint-2 = Drück neben `prod` auf **Edit**, wähl { $second } in **Version**, wähl **None** in **Additional version**, und drück auf **Save**.
    .seen = Sieh dir die Zeile von `prod` an: Sie hat wieder eine Version, mit 100 %.

test-promoted = Ruf sie auf wie deine Nutzer
    .text = Wähl `prod` als **Qualifier**. Sieh dir den ARN an: Hat er sich geändert? Drück dann auf **Test**.
    .hint-1 = Vergleich das Ende des ARN mit dem von vorher: `:prod`.
    .hint-2 = Wähl `prod` in **Qualifier**, öffne den Reiter **Test**, und drück auf **Test**.
    .seen = Derselbe Name, derselbe ARN, neuer Code. Die Aufrufer mussten nichts tun.

fire-promoted = Geh auf Nummer sicher
    .text = Ein Aufruf beweist wenig, das weißt du inzwischen. Wähl im Reiter **Traffic** bei **Send to** `prod`, und schick 20 Aufrufe ab. Welche Versionen stehen in der Tabelle?
    .hint-1 = Schreib 20 in **Number of invocations**, und drück auf **Fire**.
    .hint-2 = Wähl `prod` in **Send to**, schreib `20` in **Number of invocations**, und drück auf **Fire**.
    .seen = Version { $second } bekam jeden Aufruf. Version { $first } ist noch da, falls du zurückmusst.

canary = Ein Canary mit einem Fehler
    .goal = Probier eine neue Version an wenigen Aufrufern aus, finde ihren Fehler, und nimm sie zurück.
    .learned = Bei 10 % trifft ein Fehler nur ein Zehntel derer, die er sonst treffen würde. Und zurück geht es mit einer einzigen Änderung an einem einzigen Alias.

start-canary = Fang klein an
    .text = Version { $second } von `{ $function }` sieht gut aus, aber vielleicht täuscht das. Drück im Reiter **Aliases** neben `prod` auf **Edit**. Lass Version { $first }, wähl { $second } als **Additional version**, schreib 10 in **Weight (%)**, und drück auf **Save**.
    .hint-1 = Die neue Version bekommt das Gewicht, die alte den Rest.
    .hint-2 = Drück neben `prod` auf **Edit**, wähl { $second } in **Additional version**, schreib `10` in **Weight (%)**, und drück auf **Save**.
    .seen = Von jetzt an geht im Schnitt jeder zehnte Aufruf zu Version { $second }. Das nennt man einen Canary.

fire-canary = Achte auf die Fehler
    .text = Wähl im Reiter **Traffic** bei **Send to** `prod`, setz **Number of invocations** auf 200, und drück auf **Fire**. Sieh dir dann **Errors** an, eine Version nach der anderen.
    .hint-1 = Jede Zeile der Tabelle ist eine Version. Welche hat Fehler?
    .hint-2 = Wähl `prod` in **Send to**, schreib `200` in **Number of invocations**, und drück auf **Fire**.
    .seen =
        { $hurt ->
            [0] Sieh dir die Fehler jeder Version an und nicht ihre Summe.
            [one] Version { $second } bekam { $got } von { $of } Aufrufen, und einer davon schlug fehl.
           *[other] Version { $second } bekam { $got } von { $of } Aufrufen, und { $hurt } davon schlugen fehl.
        } Eine Summe würde das verbergen: Auf alle Aufrufe gesehen, schlagen wenige fehl.

roll-back = Nimm sie zurück
    .text = Aufrufer bekommen Fehler, also beeil dich. Drück im Reiter **Aliases** neben `prod` auf **Edit**, wähl **None** als **Additional version**, und drück auf **Save**. Den Fehler suchst du später.
    .hint-1 = Alle Aufrufe sollen wieder zu Version { $first } gehen.
    .hint-2 = Drück neben `prod` auf **Edit**, lass { $first } in **Version**, wähl **None** in **Additional version**, und drück auf **Save**.
    .seen = Von diesem Moment an erreicht kein neuer Aufruf mehr Version { $second }.

fire-rolled-back = Prüf, ob es vorbei ist
    .text = Schick noch 50 Aufrufe durch `prod`. Sieh dir die Tabelle an: Welche Version lief, und gibt es Fehler?
    .hint-1 = Es geht wie vorhin, im Reiter **Traffic**.
    .hint-2 = Wähl `prod` in **Send to**, schreib `50` in **Number of invocations**, und drück auf **Fire**.
    .seen =
        { $hurt ->
            [0] Es ist vorbei.
            [one] Es ist vorbei. Einen Aufrufer hat es getroffen. Wären alle { $of } Aufrufe zu Version { $second } gegangen, wären es etwa { $would } gewesen.
           *[other] Es ist vorbei. { $hurt } Aufrufer hat es getroffen. Wären alle { $of } Aufrufe zu Version { $second } gegangen, wären es etwa { $would } gewesen.
        } Der Code sagt, warum: Für Geschenkkarten steht dort keine Gebühr.

sample-size = Wie lange ist lang genug?
    .goal = Finde heraus, wie viele Aufrufe ein Canary braucht, bis du ihm trauen kannst.
    .learned = Zähl die Aufrufe, die die neue Version bekam, und nicht die Minuten. Um einen Fehler zu finden, der jeden 50. Aufruf trifft, gib ihr dreimal 50.

predict-few = Zwanzig Aufrufe
    .text = `prod` gibt Version { $second } einen Anteil von 10 %, und diese Version ist in Ordnung. Gleich schickst du 20 Aufrufe ab. Wie viele bekommt Version { $second }? Gib einen Bereich an, auf den du wetten würdest.
    .hint-1 = Zehn Prozent von 20 sind 2. Aber werden es genau 2 sein?
    .hint-2 = Von { $least-of-few } bis { $most-of-few } ist eine gute Schätzung.
    .seen = Deine Schätzung ist notiert.

fire-few = Schick 20 ab
    .text = Wähl im Reiter **Traffic** bei **Send to** `prod`, setz **Number of invocations** auf 20, und drück auf **Fire**. Wie viele Aufrufe bekam Version { $second }?
    .hint-1 = Sieh dir **Observed** in der Zeile von Version { $second } an.
    .hint-2 = Wähl `prod` in **Send to**, schreib `20` in **Number of invocations**, und drück auf **Fire**.
    .seen =
        { $of-few ->
            [0] Bei 20 Aufrufen
           *[other] Version { $second } bekam { $few } von { $of-few }. Bei 20
        } sind { $least-of-few } bis { $most-of-few } normal. In einem von acht Läufen bekommt sie gar keinen. „Keine Fehler bei 20 Aufrufen“ sagt also fast nichts.

predict-many = Tausend Aufrufe
    .text = Jetzt 1000 Aufrufe, mit denselben 10 %. Welchen Bereich gibst du diesmal an? Vorsicht: Ist er 50-mal so breit wie bei 20?
    .hint-1 = Die Mitte ist 100. Auch der Zufall wächst, aber viel langsamer als die Zahl der Aufrufe.
    .hint-2 = Von { $least-of-many } bis { $most-of-many } ist eine gute Schätzung.
    .seen = Deine Schätzung ist notiert.

fire-many = Schick 1000 ab
    .text = Setz **Number of invocations** auf 1000, und drück auf **Fire**. Scroll dann hinunter zum Diagramm: Der Anteil schwankt am Anfang und beruhigt sich dann.
    .hint-1 = Es geht wie vorhin, mit einer anderen Zahl.
    .hint-2 = Wähl `prod` in **Send to**, schreib `1000` in **Number of invocations**, und drück auf **Fire**.
    .seen =
        { $of-many ->
            [0] Bei 1000 Aufrufen
           *[other] Version { $second } bekam { $many } von { $of-many }. Bei 1000
        } sind { $least-of-many } bis { $most-of-many } normal. Hundert Aufrufe ohne Fehler heißen: Wenn es einen Fehler gibt, trifft er höchstwahrscheinlich weniger als 3 von 100.

promote-canary = Stell um
    .text = Wenn dir das reicht, ist es so weit. Drück im Reiter **Aliases** neben `prod` auf **Edit**. Wähl { $second } als **Version** und **None** als **Additional version**. Drück dann auf **Save**.
    .hint-1 = Zwei Felder müssen sich ändern, wie in Lektion 5.
    .hint-2 = Drück neben `prod` auf **Edit**, wähl { $second } in **Version**, wähl **None** in **Additional version**, und drück auf **Save**.
    .seen = Du hast auf Beweise hin umgestellt und nicht auf gut Glück. Bei weniger Aufrufen am Tag dauert derselbe Beweis mehr Tage.

slip-name-refused = Der Dienst hat abgelehnt, und die Meldung sagt, warum. Ein Name besteht aus Buchstaben, Ziffern, Binde- und Unterstrichen und muss neu sein.
slip-no-function = Es gibt keine Funktion, mit der du arbeiten kannst. Drück auf **Create function**, und leg zuerst eine an.
slip-edited-without-deploying = Du hast den Code geändert und getestet, aber nicht auf **Deploy** gedrückt. Darum lief der alte Code.
slip-deployed-other-text = Du hast deployt, aber der Text im Code ist nicht genau der, der hier steht. Vergleich jeden Buchstaben und auch den Punkt am Ende.
slip-other-text = Die Funktion lief, hat aber etwas anderes gesagt. Lass sie genau "this is version one." zurückgeben.
slip-no-first-version = Noch keine Version sagt "this is version one." Lass es `$LATEST` sagen, und veröffentliche zuerst das.
slip-latest-unchanged = `$LATEST` sagt noch nicht "this is version two.", also gibt es nichts zu vergleichen. Ändere es zuerst, und drück auf **Deploy**.
slip-tested-latest = Du hast `$LATEST` getestet. Wähl zuerst die Version in **Qualifier**.
slip-published-other-code = Du hast anderen Code veröffentlicht. Lass `$LATEST` wieder "this is version one." zurückgeben, drück auf **Deploy**, und veröffentliche noch einmal.
slip-edited-and-published = Deine Änderung war noch nicht deployt, darum gab es nichts Neues zu veröffentlichen. Drück auf **Deploy**, und veröffentliche noch einmal.
slip-published-without-a-change = Seit der letzten Version hatte sich nichts geändert, darum hat Lambda keine neue gemacht. Ändere zuerst den Code, und drück auf **Deploy**.
slip-dev-elsewhere = `dev` zeigt jetzt auf { $dev }. Drück daneben auf **Edit**, wähl `$LATEST` in **Version** und **None** in **Additional version**.
slip-test-elsewhere = `test` zeigt jetzt auf { $test } oder hat zwei Versionen. Drück daneben auf **Edit**, und wähl { $second } in **Version** und sonst nichts.
slip-prod-elsewhere = `prod` zeigt jetzt auf { $prod } oder hat zwei Versionen. Drück daneben auf **Edit**, und wähl { $first } in **Version** und sonst nichts.
slip-no-alias = Den Alias `{ $missing }` gibt es nicht. Leg ihn zuerst an: Drück im Reiter **Aliases** auf **Create alias**.
slip-moved-other = Du hast `{ $moved }` geändert, und er zeigt jetzt auf { $moved-to }. Stell ihn mit **Edit** zurück, und leg mit **Create alias** einen neuen an.
slip-other-name = Du hast den Alias `{ $misnamed }` genannt. Der Name muss genau so lauten wie hier, in kleinen Buchstaben. Leg einen neuen an.
slip-invoked-latest = Du hast `$LATEST` aufgerufen und nicht den Alias. Wähl zuerst den Alias: zum Testen in **Qualifier**, zum Abschicken in **Send to**.
slip-invoked-version = Du hast eine Version mit ihrer Nummer aufgerufen und nicht den Alias. Wähl zuerst den Alias: zum Testen in **Qualifier**, zum Abschicken in **Send to**.
slip-invoked-number = Du hast eine Version mit ihrer Nummer getestet. Hier geht es um `$LATEST` und `prod`.
slip-invoked-other = Du hast einen anderen Alias aufgerufen. Wähl `prod`.
slip-changed-other = Du hast `{ $other }` geändert. In diesem Schritt geht es um `prod`.
slip-other-share = Du hast Version { $second } ein Gewicht von { $share } % gegeben. Es sollen 50 % sein. Drück neben `prod` auf **Edit**, und berichtige **Weight (%)**.
slip-other-version = Du hast Version { $stranger } in **{ $place }** gewählt. Hier geht es um die Versionen { $first } und { $second }. Drück neben `prod` auf **Edit**, wähl { $first } in **Version** und { $second } in **Additional version**.
slip-all-to-newer = Version { $second } bekommt jetzt alle Aufrufe von `prod`. Drück auf **Edit**, und wähl wieder { $first } in **Version**.
slip-all-to-older = Du hast `prod` auf Version { $first } zurückgestellt, also bekommt Version { $second } keine Aufrufe. Drück auf **Edit**, und stell es wieder ein.
slip-shared-latest = `$LATEST` kann keinen Anteil haben, denn es kann sich jederzeit ändern. Wähl eine Version mit einer Nummer.
slip-same-version-twice = Du hast zweimal dieselbe Version gewählt. Lass { $first } in **Version**, und wähl { $second } in **Additional version**.
slip-fired-few =
    { $sent ->
        [one] Bisher ging ein Aufruf durch `prod`. Das ist zu wenig.
       *[other] Bisher gingen { $sent } Aufrufe durch `prod`. Das sind zu wenige.
    } Sieh dir **Number of invocations** an, und schick noch mehr ab.
slip-fired-otherwise = Du hast { $fired } abgeschickt, geschätzt hast du aber für { $asked } in einem Lauf. Setz **Number of invocations** auf { $asked }, und schick noch einmal ab.
slip-all-by-weight = Version { $second } bekommt alles, aber nur durch ihr Gewicht. Wähl sie in **Version**, und wähl **None** in **Additional version**.
slip-older-at-zero = Version { $second } bekommt alles, aber Version { $first } ist mit 0 % noch dabei. Wähl **None** in **Additional version**.
slip-kept-weight = Du hast `prod` auf Version { $second } gestellt und ihr Gewicht behalten. So kam sie zweimal vor, und Lambda hat abgelehnt. Wähl auch **None** in **Additional version**.
slip-swapped-share = Du hast die beiden vertauscht: Version { $second }, die neue, bekommt { $share } %. Wähl { $first } in **Version**, { $second } in **Additional version**, und schreib 10.
slip-other-tenth = Du hast Version { $second } einen Anteil von { $share } % gegeben. Es sollen 10 % sein. Drück neben `prod` auf **Edit**, und berichtige **Weight (%)**.
slip-no-errors-yet = Bisher ist kein Aufruf von Version { $second } fehlgeschlagen. Das ist Glück und kein Beweis. Schick noch mehr ab.
slip-promoted-early = Du hast auf Version { $second } umgestellt, bevor der Lauf zu Ende war. Drück auf **Edit**, geh zurück zu Version { $first }, und gib { $second } ein Gewicht von 10 %.

cold-starts = Kaltstarts
    .goal = Sieh, was eine neue Version ihre ersten Aufrufer kostet und wie du es ihnen ersparst.
    .learned = Jede Version hat eigene Umgebungen. Der erste Aufruf in einer wartet, bis sie gestartet ist, es sei denn, sie wurde bereitgehalten.

call-cold = Der erste Aufruf
    .text =
        Dieser Code braucht zwei Sekunden zum Laden, und er zählt seine Aufrufe. Wähl `prod` in **Qualifier**. Drück im Reiter **Test** auf **Test**, und sieh dir **Init duration** an.
    .hint-1 = `prod` ist ein Alias. **Qualifier** ist das Feld über den Reitern.
    .hint-2 = Wähl `prod` in **Qualifier**, öffne den Reiter **Test**, und drück einmal auf **Test**.
    .seen = Ein Aufrufer musste zwei Sekunden auf die Umgebung warten, in der der Code läuft. Das ist ein Kaltstart.

call-warm = Der zweite Aufruf
    .text =
        Drück noch einmal auf **Test**. Was ist aus **Init duration** geworden? Und was sagt der Zähler in der Antwort?
    .hint-1 = Lass alles, wie es ist: derselbe Alias, dasselbe Ereignis.
    .hint-2 = Drück mit `prod` in **Qualifier** noch einmal auf **Test**.
    .seen = Kein Warten, und der Zähler läuft weiter. Die Umgebung ist noch da, und mit ihr alles, was der Code in seinen globalen Variablen hält.

call-at-once = Aufrufe zur selben Zeit
    .text =
        Eine Umgebung bedient immer nur einen Aufruf. Schick unter **Traffic** 20 Aufrufe an `prod`, mit einer **Concurrency** von 3. Drück auf **Fire**, und sieh dir die Spalte **Cold starts** an.
    .hint-1 = **Concurrency** ist die Zahl der Aufrufer zur selben Zeit.
    .hint-2 = Öffne **Traffic**, wähl `prod` in **Send to**, schreib 20 in **Number of invocations** und 3 in **Concurrency**, und drück dann auf **Fire**.
    .seen = Ein Aufrufer mehr zur selben Zeit, eine Umgebung mehr. Jede zählt für sich, also halte nie in globalen Variablen, was alle teilen müssen.

move-cold = Eine neue Version
    .text =
        Bring Version { $second } heraus: Drück unter **Aliases** bei `prod` auf **Edit**, wähl { $second } als **Version**, und drück auf **Save**. Teste dann `prod`. Überleg dir vorher: Läuft der Zähler weiter?
    .hint-1 = Verschieb zuerst `prod`. Wähl ihn dann in **Qualifier**, und teste.
    .hint-2 = Drück unter **Aliases** bei `prod` auf **Edit**, wähl { $second } in **Version**, drück auf **Save**. Wähl `prod` in **Qualifier**, dann **Test**.
    .seen = Aufruf 1 und ein Kaltstart. Versionen teilen nie eine Umgebung, darum beginnt jede neue kalt.

keep-ready = Starten, bevor Aufrufe kommen
    .text =
        Als Nächstes kommt Version { $third }, und niemand soll auf sie warten. Mit Provisioned Concurrency startet Lambda Umgebungen, bevor es Aufrufe gibt. Einen Knopf dafür gibt es hier nicht. Drück auf **{ panel.show }**, oder nimm die Zeile im letzten Hinweis.
    .hint-1 = Die Operation heißt `PutProvisionedConcurrencyConfig`. Sie nimmt eine Version und eine Zahl.
    .hint-2 = Öffne die Konsole deines Browsers, oft mit der Taste F12, und füg diese Zeile ein: `{ $provision }`
    .seen = Zwei Umgebungen von Version { $third } stehen bereit: Du siehst sie im Reiter **Test** unter **Execution environments**. Bei AWS zahlst du für sie nach Stunden, ob jemand aufruft oder nicht.

call-ready = Der erste Aufruf, bereitgehalten
    .text =
        Bring jetzt Version { $third } heraus: Stell `prod` auf sie um, und teste dann `prod`. Es ist der erste Aufruf dieser Version. Such nach **Init duration**.
    .hint-1 = Verschieb `prod` wie vorhin, unter **Aliases**.
    .hint-2 = Drück unter **Aliases** bei `prod` auf **Edit**, wähl { $third } in **Version**, drück auf **Save**. Wähl `prod` in **Qualifier**, dann **Test**.
    .seen = Aufruf 1 und kein Warten. Die zwei Sekunden waren vorbei, bevor der Aufruf kam.

slip-already-warm = Es gab keinen Kaltstart: Die Umgebung war schon da. Lade die Seite neu, das beendet alle Umgebungen, und teste noch einmal.
slip-another-environment = Dieser Aufruf hat eine eigene Umgebung gestartet. Ruf dieselbe Version noch einmal auf.
slip-one-at-a-time = Eine Umgebung hat gereicht, weil die Aufrufe nacheinander kamen. Gib **Concurrency** eine größere Zahl.
slip-prod-not-moved = `prod` zeigt noch auf eine andere Version. Verschieb ihn zuerst, und teste dann.
slip-latest-kept-ready = `$LATEST` kann nicht bereitgehalten werden, denn es kann sich jederzeit ändern. Nenn eine veröffentlichte Version.
slip-other-version-kept-ready = Du hältst eine andere Version bereit. Die Aufrufer treffen als Nächstes auf Version { $third }.
slip-not-kept-ready = Version { $third } wird nicht bereitgehalten. Mach zuerst den Schritt davor.

safe-hands = Sichere Hände
    .goal = Arbeite mit einer Kollegin an einer Funktion, und mach nie zunichte, was sie getan hat.
    .learned = Sag mit Revisions-ID oder Digest, was du vorzufinden glaubst, und Lambda hält dich auf, wenn du dich irrst.

stale-revision = Eine Änderung hinter deinem Rücken
    .text =
        Heute Morgen hast du `prod` gelesen. Seitdem hat Maya ihn geändert: Sieh dir unter **Aliases** seine Beschreibung an. Stell `prod` auf Version { $second } um, und sende die Revisions-ID mit, die du gelesen hast. Die Seite sendet keine, also drück auf **{ panel.show }**, oder nimm die Zeile im letzten Hinweis.
    .hint-1 = Jede Änderung gibt einem Alias eine neue Revisions-ID. `UpdateAlias` nimmt die, die du kennst.
    .hint-2 = Öffne die Konsole deines Browsers, oft mit der Taste F12, und füg diese Zeile ein: `{ $stale }`
    .seen = Abgelehnt: `PreconditionFailedException`. Was du wusstest, war veraltet, und darum wurde nichts geändert.

fresh-revision = Sieh noch einmal nach, dann ändere
    .text =
        Lies, was Maya über Version { $second } geschrieben hat. Sie ist einverstanden, also tu es jetzt: Stell `prod` auf Version { $second } um, mit der Revisions-ID, die `prod` inzwischen hat. Drück auf **{ panel.show }**, oder nimm die Zeile im letzten Hinweis.
    .hint-1 = `GetAlias` nennt die Revisions-ID. Die im letzten Hinweis ist auf dem neuesten Stand.
    .hint-2 = Füg diese Zeile in der Konsole ein: `{ $fresh }`
    .seen = Erledigt, denn niemand kam dazwischen. Such in der Zeile nach `RevisionId`, wenn du eigene Skripte schreibst.

wrong-digest = Veröffentliche, was du getestet hast
    .text =
        Du hast den Code von Version { $second } getestet und glaubst, dass `$LATEST` ihn noch hat. Veröffentliche `$LATEST`, und sende den Digest dieses Codes mit: Er steht im Reiter **Versions** unter **Code SHA-256**. Drück auf **{ panel.show }**, oder nimm die Zeile im letzten Hinweis.
    .hint-1 = `PublishVersion` nimmt den Digest als `CodeSha256`.
    .hint-2 = Füg diese Zeile in der Konsole ein: `{ $wrong }`
    .seen = Abgelehnt: `$LATEST` hat anderen Code. Sieh in den Reiter **Code**: Auch hier war Maya.

right-digest = Veröffentliche, was da ist
    .text =
        Lies den Code von `$LATEST`, und teste ihn. Wenn dir Mayas Preis gefällt, veröffentliche ihn mit seinem eigenen Digest. Der Dienst hat ihn dir in seiner Ablehnung genannt. Drück auf **{ panel.show }**, oder nimm die Zeile im letzten Hinweis.
    .hint-1 = Die Meldung enthält zwei Digests. Der zweite, in Klammern, ist der von `$LATEST`.
    .hint-2 = Füg diese Zeile in der Konsole ein: `{ $right }`
    .seen = Veröffentlicht. Jetzt weißt du, dass die Version das ist, was du gelesen hast, und nichts Neueres.

delete-used = Räum auf
    .text =
        `prod` zeigt nicht mehr auf Version { $first }, sie sieht also unbenutzt aus. Drück unter **Versions** bei Version { $first } auf **Delete**, und lies, was der Dienst sagt.
    .hint-1 = Der Reiter **Versions** führt alle Versionen auf, die älteste am Ende.
    .hint-2 = Drück unter **Versions** in der Zeile von Version { $first } auf **Delete**, dann auf **Delete version**.
    .seen = Ein Alias schickt seine Aufrufer noch dorthin, darum behält Lambda die Version. Die Meldung nennt den Alias.

free-and-delete = Mach sie frei, dann lösch sie
    .text =
        Stell den Alias, den die Meldung nennt, auf Version { $second } um, oder lösch ihn. Lösch dann Version { $first }. Pass auf `prod` auf: Er muss bleiben.
    .hint-1 = Die Spalte **Aliases** unter **Versions** zeigt, wer eine Version verwendet.
    .hint-2 = Drück unter **Aliases** bei `{ $users }` auf **Edit**, wähl { $second } in **Version**, dann **Save**. Drück danach unter **Versions** bei Version { $first } auf **Delete**.
    .seen = Version { $first } ist weg, und niemand hat es gemerkt. Ihre Nummer wird nicht wieder verwendet.

slip-overwrote = `prod` wurde ohne Revisions-ID geändert. Hätte Maya ihn noch einmal geändert, wäre ihre Arbeit verloren. Sende auch die ID mit.
slip-stale-again = Auch diese Revisions-ID ist veraltet. Nimm noch einmal die Zeile aus dem letzten Hinweis.
slip-published-blindly = Du hast ohne Digest veröffentlicht, also hat Lambda genommen, was gerade da war. Sende auch `CodeSha256` mit.
slip-wrong-digest-again = Das ist nicht der Digest dessen, was `$LATEST` jetzt hat. Nimm den in Klammern aus der Meldung.
slip-deleted-prod = `prod` ist weg, und seine Aufrufer bekommen Fehler. Leg ihn wieder an.
slip-still-in-use = Version { $first } wird noch verwendet, nämlich von `{ $users }`. Stell das zuerst um.

repair = Reparatur
    .goal = Bring eine kaputte Produktion in Ordnung, mit so wenigen Operationen wie möglich.
    .learned = Erst hinsehen, dann den Alias einmal verschieben. { $left ->
        [0] Du hast alle drei Fehler gesehen.
        [one] Einen Fehler gibt es noch zu finden: Beginn die Lektion von vorn.
       *[other] { $left } Fehler gibt es noch zu finden: Beginn die Lektion von vorn.
    }

survey = Sieh, was Aufrufer bekommen
    .text =
        Jemand sagt, dass `prod` nicht so ist, wie er sein soll. Ändere noch nichts. Schick unter **Traffic** 50 Aufrufe an `prod`. Lies dann die Reiter **Aliases** und **Versions**: Die Beschreibungen sagen, was gemeint ist.
    .hint-1 = Die Aufrufer verwenden `prod`, also schick an `prod` und nicht an eine Version.
    .hint-2 = Öffne **Traffic**, wähl `prod` in **Send to**, schreib 50 in **Number of invocations**, und drück auf **Fire**.
    .seen = { $fault ->
        [failing] Manche Aufrufe schlugen fehl. Von welcher Version kommen alle Fehler?
        [unpublished] Jeder Aufruf schlug fehl. Welche Version lief, und wer kann sie ändern?
       *[swapped] Kein Aufruf schlug fehl. Aber vergleich die Anteile mit der Beschreibung von `prod`.
    }

put-right = Bring es in Ordnung
    .text =
        Sorg dafür, dass `prod` tut, was seine Beschreibung sagt, und denk nach, bevor du handelst: Jede Operation zählt, auch eine, die eine andere zurücknimmt. Die Aufrufer dürfen `prod` dazwischen nicht verlieren.
    .hint-1 = { $fault ->
        [failing] Die Beschreibung sagt, was bei Fehlern zu tun ist. Welchen Anteil sollte Version { $second } jetzt haben?
        [unpublished] Eine Version ändert sich nie, aber worauf `prod` zeigt, schon. Welche Version ist freigegeben?
       *[swapped] Beide Versionen sind richtig. Welche von ihnen soll 10 % bekommen?
    }
    .hint-2 = Eine einzige Bearbeitung kann beide Versionen und das Gewicht ändern. Plan also erst das Ganze, und drück dann einmal auf **Save**.
    .hint-3 = Drück unter **Aliases** bei `prod` auf **Edit**. { $fault ->
        [failing] Wähl { $first } in **Version** und **None** in **Additional version**, dann **Save**.
        [unpublished] Wähl { $second } in **Version** und **None** in **Additional version**, dann **Save**.
       *[swapped] Wähl { $first } in **Version**, { $second } in **Additional version**, schreib 10 in **Weight (%)**, dann **Save**.
    }
    .seen = Du hast { $operations ->
        [one] eine Operation
       *[other] { $operations } Operationen
    } gebraucht. { $more ->
        [0] Mit weniger geht es nicht.
       *[other] Es geht mit { $fewest ->
            [one] einer
           *[other] { $fewest }
        }: Beginn die Lektion von vorn, und versuch dich am nächsten Fehler.
    }

prove = Beweise es
    .text =
        Es sieht richtig aus, aber merken das die Aufrufer? Schick noch 50 Aufrufe an `prod`, und vergleich mit dem, was du am Anfang gesehen hast.
    .hint-1 = Ändern musst du nichts mehr. Es fehlen nur noch die Aufrufe.
    .hint-2 = Öffne **Traffic**, wähl `prod` in **Send to**, und drück auf **Fire**.
    .seen = { $fault ->
        [failing] Jeder Aufruf ging gut. Version { $second } ist noch da, damit du aus ihr lernen kannst, aber kein Aufruf geht mehr an sie.
        [unpublished] Jeder Aufruf ging gut, und Änderungen an `$LATEST` erreichen keinen Aufrufer mehr.
       *[swapped] Die meisten Aufrufe sind wieder bei Version { $first }, und Version { $second } bekommt ihren kleinen Anteil.
    }

slip-called-elsewhere = Du hast etwas anderes aufgerufen. Die Aufrufer verwenden `prod`, also schick deine Aufrufe dorthin.
slip-prod-deleted = `prod` ist weg, und jeder Aufrufer bekommt einen Fehler. Leg ihn wieder an, für die richtige Version.
slip-share-left = `prod` schickt noch Aufrufe zu Version { $second }. Nimm auch ihren Anteil weg.
slip-failing-promoted = Jetzt schlägt jeder Aufruf fehl: `prod` schickt alle zu Version { $second }.
slip-older-version = Die Aufrufe gelingen wieder, aber Version { $first } ist die alte. Lies die Beschreibung von `prod` noch einmal.
slip-draft-published = Du hast veröffentlicht, woran jemand noch arbeitet. Eine freigegebene Version ist schon da.
slip-kept-while-swapping = Diese Version ist noch die andere des Paars. Sende beide Versionen und das Gewicht in derselben Operation.
slip-canary-ended = Die Aufrufer sind sicher, aber der Probelauf ist auch zu Ende. Die Beschreibung von `prod` verlangt einen Anteil von 10 %.
slip-wrong-again = `prod` hat sich seitdem geändert und stimmt nicht mehr. Bring ihn zuerst in Ordnung.
