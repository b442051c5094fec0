package threeline.desk.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What stands below what somebody wrote: a signature after its two dashes, and what telephones say of themselves. */
final class Signatures {

    private static final int LONGEST = 40;

    private static final List<String> TELEPHONES = List.of(
            "sent from my ",
            "sent from yahoo",
            "sent from outlook",
            "sent from mail for",
            "sent from proton",
            "sent from samsung",
            "sent via ",
            "sent with ",
            "get outlook for ",
            "get bluemail for",
            "von meinem ",
            "gesendet von ",
            "gesendet mit ",
            "gesendet aus ",
            "diese nachricht wurde von meinem",
            "outlook für ",
            "holen sie sich outlook",
            "envoyé de mon ",
            "envoyé depuis ",
            "envoyé à partir de ",
            "télécharger outlook",
            "obtenez outlook",
            "enviado desde ",
            "enviado de meu ",
            "enviado do meu ",
            "enviado a partir ",
            "obtener outlook",
            "obter o outlook",
            "inviato da ",
            "inviato dal ",
            "scarica outlook",
            "ottieni outlook",
            "verzonden vanaf ",
            "verstuurd vanaf ",
            "verzonden met ",
            "outlook voor ",
            "skickat från ",
            "sendt fra ",
            "hent outlook",
            "hämta outlook",
            "lähetetty ",
            "wysłane z ",
            "pobierz outlook",
            "odesláno z ",
            "отправлено с ",
            "отправлено из ",
            "iphoneから送信",
            "発信元：",
            "发自我的",
            "從我的",
            "从我的",
            "나의 iphone",
            "iphone'umdan gönderildi",
            "iphone’umdan gönderildi",
            "elküldve az ",
            "elküldve: ");

    private Signatures() {}

    /** Takes the signature away from the end of these lines, and gives it. */
    static String takeFrom(List<String> lines) {
        var start = start(lines);
        var below = start < lines.size() && lines.get(start).startsWith("--") ? start + 1 : start;
        var taken = new ArrayList<>(lines.subList(below, lines.size()));
        lines.subList(start, lines.size()).clear();
        return String.join("\n", taken).strip();
    }

    private static int start(List<String> lines) {
        for (var at = lines.size() - 1; at >= Math.max(0, lines.size() - LONGEST); at--) {
            var line = lines.get(at);
            if (line.equals("-- ") || line.equals("--") || line.equals("-- \u00a0")) {
                return at;
            }
        }
        return telephone(lines);
    }

    private static int telephone(List<String> lines) {
        var seen = 0;
        for (var at = lines.size() - 1; at >= 0 && seen < 3; at--) {
            var line = lines.get(at).strip().toLowerCase(Locale.ROOT).replace("[", "");
            seen += line.isEmpty() ? 0 : 1;
            if (TELEPHONES.stream().anyMatch(line::startsWith) && line.length() < 120) {
                return at;
            }
        }
        return lines.size();
    }
}
