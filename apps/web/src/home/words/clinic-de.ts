import type { ClinicWords } from "./clinic-en.ts";

const one = (n: number, singular: string, plural: string): string => `${n} ${n === 1 ? singular : plural}`;

/** What Home says about a clinic, in German. Nobody of the field has reviewed it; the screen says so. */
export const clinicDe: ClinicWords = {
  roles: { owner: "Leitung der Klinik", therapist: "Therapie", assistant: "Assistenz" },
  join: {
    title: "Mit Ihrer Klinik verbinden",
    asks: "Sie haben einen Link geöffnet, den eine Klinik für eine bestimmte Person gemacht hat. Welche Klinik es ist und für wen, steht nach dem Verbinden da. Es wird nichts gesendet, bevor Sie bestätigt haben, dass er für Sie ist.",
    sees: "Was Ihre Klinik sehen wird",
    seesList: (entries) => [
      "Ihre Antworten vor der Sitzung, Ihre Sitzungen Griff für Griff, Ihre Angaben und Notizen danach, Ihre Messungen",
      "Pläne, die Sie auf dieses Telefon holen, Ihre Einstellungen und was auf Ihrer Notfallkarte steht",
      entries === 0
        ? "ab jetzt; bisher wurde auf diesem Telefon nichts geschrieben"
        : `ab jetzt, und auch ${one(entries, "Eintrag, der", "Einträge, die")} schon auf diesem Telefon ${entries === 1 ? "ist" : "sind"}`,
    ],
    sends: "Was sie Ihnen senden kann",
    sendsList: [
      "Ihren Plan",
      "die Nachricht, dass Sie weitermachen dürfen, nachdem die Fragen Sie angehalten haben",
      "wie sie zu erreichen ist",
    ],
    watch: "Es wird nicht sofort gelesen, und niemand wacht über Sie. Wenn Sie sich krank fühlen, rufen Sie an.",
    yes: "Verbinden",
    no: "Jetzt nicht",
    joining: "Wird verbunden …",
    installed:
      "Öffnen Sie OpenLymph sonst vom Startbildschirm dieses Telefons? Manche Telefone halten das vom Browser getrennt. Öffnen Sie es dann dort und fügen Sie den Link unter „Ich“ ein.",
    failures: {
      "no-network":
        "Die Klinik ist gerade nicht zu erreichen. Der Link gilt weiter: Versuchen Sie es wieder, wenn ein Netz da ist.",
      used: "Dieser Link wurde schon benutzt oder ist zu alt: Er gilt einmal, sieben Tage lang. Bitten Sie Ihre Klinik um einen neuen.",
      conflict:
        "Dieses Telefon gehört schon zu den Aufzeichnungen einer anderen Person. Es wurde nichts geändert, und der Link gilt weiter. Eine andere Person braucht ein eigenes Telefon oder einen eigenen Browser.",
      "no-clinic": "Unter dieser Adresse gibt es keine Klinik.",
      "too-often": "Das wurde zu oft versucht. Warten Sie eine Minute und versuchen Sie es dann wieder.",
      server: "Der Server der Klinik hat versagt. Versuchen Sie es etwas später noch einmal.",
      refused: "Der Server der Klinik nimmt das nicht an. Bitten Sie Ihre Klinik um einen neuen Link.",
    },
    already: (clinic) => `Dieses Telefon ist schon mit ${clinic} verbunden.`,
    alreadyWhat:
      "Der Link wurde nicht benutzt, und es wurde nichts geändert. Um sich mit einer anderen Klinik zu verbinden, trennen Sie sich zuerst unter „Ich“ von dieser.",
    toToday: "Zu Heute",
    toMe: "Zu Ich",
    paste: "Link Ihrer Klinik",
    pasteHint: "Kopieren Sie ihn aus der Nachricht Ihrer Klinik. Er beginnt mit https und enthält #join=.",
    pasted: "Diesen Link benutzen",
    notALink: "Das ist kein Link einer Klinik. Er enthält #join= und danach viele Buchstaben.",
    elsewhere: (host) =>
      `Dieser Link gehört zu ${host}. Öffnen Sie ihn im Browser: Zuhause ist dann unter jener Adresse.`,
  },
  who: {
    title: (clinic) => `Sie sind mit ${clinic} verbunden`,
    ask: (name) => `Der Link ist für ${name}. Sind Sie das?`,
    noName: "Die Klinik hat noch keinen Namen aufgeschrieben. Ist es Ihre Klinik?",
    yes: "Ja, das bin ich",
    no: "Nein, das bin ich nicht",
    waits: "Es wurde noch nichts gesendet.",
    notMe:
      "Die Verbindung ist wieder getrennt, und es wurde nichts gesendet. Bitten Sie Ihre Klinik um Ihren eigenen Link.",
    offline: "Dafür braucht es ein Netz. Es wird nichts gesendet, bevor Sie geantwortet haben.",
  },
  line: {
    here: "Auf diesem Telefon gespeichert",
    there: "Auf diesem Telefon und in Ihrer Klinik gespeichert",
    waiting: (n, since) => `${one(n, "Eintrag wartet", "Einträge warten")} auf die Klinik, seit ${since}`,
    asked: "Ihre Klinik wartet auf Ihre Antwort: Sind Sie es?",
    answer: "Antworten",
    signedOff:
      "Die Klinik kennt dieses Telefon nicht mehr. Ihre Einträge bleiben hier. Bitten Sie um einen neuen Link.",
    refused: (n) => `${one(n, "Eintrag wurde", "Einträge wurden")} von der Klinik nicht angenommen.`,
    doubt: "Telefon und Klinik stimmen nicht überein, was gesendet wurde.",
    look: "Ansehen",
    noPlan: "Ihre Klinik hat noch keinen Plan freigegeben. Er erscheint hier von selbst.",
  },
  plan: {
    by: (name, role, when) => `Freigegeben von ${name}, ${role}, ${when}`,
    note: "Von Ihrer Klinik",
    withdrawn: (name, when, why) =>
      `${name} hat Ihren Plan zurückgenommen, ${when}: ${why}. Fragen Sie Ihre Klinik, bevor Sie weitermachen.`,
  },
  cleared: (who, by, when) =>
    `${who} sagt, dass Sie weitermachen dürfen (aufgeschrieben von ${by}, ${when}). Die Fragen werden noch einmal gestellt.`,
  stopped: {
    sent: "Ihre Klinik hat diese Antworten erhalten. Vielleicht liest sie sie erst in Stunden: Warten Sie nicht darauf, rufen Sie an.",
    waits: "Ihre Klinik hat diese Antworten noch nicht erhalten. Rufen Sie an.",
  },
  ring: {
    what: (clinic) =>
      `Oder lassen Sie dieses Telefon von selbst klingeln: ${clinic} schickt die Erinnerung über den Dienst des Herstellers Ihres Browsers. Er erfährt, dass und wann eine Nachricht Ihrer Klinik kommt; was darin steht, kann er nicht lesen.`,
    begin: (time) => `Um ${time} auf diesem Telefon erinnern`,
    change: (time) => `Stattdessen um ${time} erinnern`,
    holds: (time) =>
      `Dieses Telefon erinnert jeden Tag um ${time}, außer wenn eine Sitzung des Tages schon bei Ihrer Klinik ist.`,
    end: "Nicht mehr auf diesem Telefon erinnern",
    text: "Zeit für Ihre Sitzung. Tippen Sie, um sie zu öffnen.",
    cannot:
      "Ihre Klinik könnte Sie auf diesem Telefon erinnern, aber dieser Browser lässt es nicht zu. Auf einem iPhone legen Sie OpenLymph zuerst auf den Startbildschirm und öffnen es dort.",
    failures: {
      "no-network": "Die Klinik ist gerade nicht zu erreichen. Versuchen Sie es wieder, wenn es ein Netz gibt.",
      blocked:
        "Mitteilungen sind für OpenLymph in den Einstellungen dieses Telefons oder Browsers ausgeschaltet. Der Kalender geht trotzdem.",
      "no-service": "Dieser Browser kann gerade nicht erreicht werden. Der Kalender geht trotzdem.",
      refused: "Der Server der Klinik kennt den Dienst dieses Browsers nicht. Der Kalender geht trotzdem.",
      "end-offline":
        "Die Klinik ist nicht zu erreichen; es klingelt vorerst weiter. Versuchen Sie es wieder, wenn es ein Netz gibt.",
    },
  },
  me: {
    title: "Klinik",
    none: "Dieses Telefon ist mit keiner Klinik verbunden. Nichts verlässt es.",
    connect: "Mit meiner Klinik verbinden",
    connected: (clinic, since) => `Mit ${clinic} verbunden seit ${since}`,
    name: (name) => `Ihr Name dort: ${name}`,
    reach: (contact) => `Zu erreichen: ${contact}`,
    heard: (when) => `Zuletzt von ihr gehört ${when}`,
    notHeard: "Noch nichts von ihr gehört",
    all: "Alles von diesem Telefon ist in der Klinik",
    strange: (n) =>
      `${one(n, "Eintrag stammt", "Einträge stammen")} aus der Datei eines anderen Telefons und ${n === 1 ? "kann" : "können"} von diesem nicht gesendet werden. Geben Sie die Datei Ihrer Klinik.`,
    refused: "Von der Klinik nicht angenommen. Es bleibt auf diesem Telefon:",
    refusals: {
      unreadable: "es war nicht zu lesen",
      altered: "es ist nicht, was geschrieben wurde",
      unknown: "das Programm der Klinik kennt diese Art Eintrag nicht",
      invalid: "ein Wert ist nicht erlaubt",
      "other-person": "es gehört zu den Aufzeichnungen einer anderen Person",
      taken: "ein anderer Eintrag hat seine Nummer",
      fork: "die Liste dieses Telefons ist nicht die, die die Klinik hat",
    },
    kinds: {
      plan: "Plan",
      check: "Fragen",
      session: "Sitzung",
      measurement: "Messung",
      setting: "Einstellung",
      other: "Eintrag",
    },
    more: (n) => `und ${n} weitere`,
    failures: {
      "no-network": "Die Klinik ist gerade nicht zu erreichen. Es wird von selbst wieder versucht.",
      server: "Der Server der Klinik versagt gerade. Es wird von selbst wieder versucht.",
      refused: "Der Server der Klinik nimmt nicht an, was dieses Telefon sendet.",
      "too-often": "Der Server der Klinik bittet zu warten. Es wird von selbst wieder versucht.",
      "not-understood":
        "Was die Klinik gesendet hat, ist nicht zu lesen oder nicht vertrauenswürdig; nichts davon wurde aufbewahrt. Vielleicht hilft eine neuere Version dieser App: schließen und wieder öffnen.",
      gap: "Der Server der Klinik wartet auf frühere Einträge.",
      store: "Das Telefon kann nicht aufschreiben, was die Klinik geantwortet hat. Es wird wieder versucht.",
    },
    now: "Jetzt versuchen",
    signedOff: (clinic) =>
      `${clinic} kennt dieses Telefon nicht mehr: Es wurde dort entfernt oder zu lange nicht benutzt. Alle Einträge bleiben hier und gehen weiter, sobald Sie sich mit einem neuen Link für Sie verbinden. Bitten Sie Ihre Klinik darum.`,
    left: (clinic) => `Sie haben sich von ${clinic} getrennt. Was Sie schreiben, bleibt auf diesem Telefon.`,
    disagreements: {
      fork: (at) =>
        `Die Klinik hat von diesem Telefon einen anderen Eintrag Nummer ${at}. Das geschieht, wenn ein Telefon kopiert oder auf einen früheren Stand zurückgesetzt wurde. Neue Einträge werden nicht angenommen.`,
      "device-behind": (to) =>
        `Die Klinik hat von diesem Telefon Einträge bis Nummer ${to}, das Telefon hat weniger: Es wurde auf einen früheren Stand zurückgesetzt. Neue Einträge werden nicht angenommen.`,
      "server-behind": (from) =>
        `Der Server der Klinik hatte Einträge ab Nummer ${from} verloren; wahrscheinlich wurde er zurückgesetzt. Sie wurden von diesem Telefon noch einmal gesendet.`,
      gap: (from) =>
        `Der Server der Klinik verlangt Eintrag Nummer ${from}, den dieses Telefon nicht mehr hat. Spätere Einträge warten.`,
    },
    tellClinic: "Sagen Sie es Ihrer Klinik.",
    seen: "Gelesen",
    anew: "Auf diesem Telefon eine neue Liste beginnen",
    anewWhat:
      "Was geschrieben wurde, bleibt auf diesem Telefon. Neue Einträge kommen in eine neue Liste, und Sie brauchen einen neuen Link Ihrer Klinik.",
    leave: "Von der Klinik trennen",
    leaveAsk: (clinic) => `Von ${clinic} trennen?`,
    leaveWhat:
      "Sie bekommt nichts mehr von diesem Telefon. Was sie hat, behält sie; bitten Sie sie, es zu löschen. Der Plan bleibt auf diesem Telefon.",
    unsent: (n) => `${one(n, "Eintrag hat", "Einträge haben")} die Klinik nicht erreicht.`,
    saveFirst: "Zuerst als Datei speichern",
    although: (n) => `Trennen, obwohl ${one(n, "Eintrag", "Einträge")} nicht gesendet ${n === 1 ? "wurde" : "wurden"}`,
    leaveNow: "Jetzt trennen",
    stay: "Verbunden bleiben",
    leaveOffline: "Die Klinik ist nicht zu erreichen; trennen geht gerade nicht. Es wurde nichts geändert.",
    nothingToSave: "Alles ist in Ihrer Klinik. Sie kann Ihnen eine Kopie von allem geben.",
    about: (clinic) =>
      `Spielt einen Plan ab, den eine Therapeutin oder ein Therapeut geschrieben hat, und zeichnet auf. Es untersucht, berät und behandelt nicht. Was Sie eingeben, geht an ${clinic} und sonst nirgendwohin. Niemand sieht zu, während Sie es eingeben.`,
    card: (clinic) =>
      `Was Sie wählen, steht auf der Karte und in ihrem Code, lesbar für alle, die sie sehen. Was Sie hier schreiben, geht auch an ${clinic}.`,
  },
};
