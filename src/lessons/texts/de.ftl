### Die Lektionen auf Deutsch. Wörter in ** stehen so auf der Seite; Wörter in ` sind Code.
