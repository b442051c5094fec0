package threeline.desk.mail;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What mail programs say in the languages of their users. */
final class Phrasebook {

    static final List<String> PASSED_ON = List.of(
            "fwd:",
            "fw:",
            "wg:",
            "tr:",
            "rv:",
            "i:",
            "enc:",
            "doorst:",
            "vs:",
            "vb:",
            "pd:",
            "转发:",
            "转发：",
            "転送:",
            "fwd :",
            "tr :",
            "пересл:",
            "fyi:",
            "továbbítás:",
            "ilt:",
            "전달:");

    static final Set<String> ORIGINAL = Set.of(
            "please answer above this line",
            "bitte oberhalb dieser zeile antworten",
            "please type your reply above this line",
            "reply above this line",
            "please reply above this line",
            "bitte antworten sie über dieser zeile",
            "original message",
            "original email",
            "ursprüngliche nachricht",
            "originalnachricht",
            "original-nachricht",
            "message d'origine",
            "message original",
            "mensaje original",
            "messaggio originale",
            "mensagem original",
            "oorspronkelijk bericht",
            "origineel bericht",
            "oprindelig meddelelse",
            "opprinnelig melding",
            "ursprungligt meddelande",
            "originalmeddelande",
            "alkuperäinen viesti",
            "wiadomość oryginalna",
            "oryginalna wiadomość",
            "původní zpráva",
            "pôvodná správa",
            "исходное сообщение",
            "оригинальное сообщение",
            "eredeti üzenet",
            "orijinal ileti",
            "元のメッセージ",
            "original nachricht",
            "原始邮件",
            "原始郵件",
            "原始信件",
            "원본 메시지");

    static final Set<String> FROM = Set.of(
            "from",
            "von",
            "de",
            "da",
            "van",
            "od",
            "fra",
            "från",
            "lähettäjä",
            "от",
            "kimden",
            "feladó",
            "expéditeur",
            "remitente",
            "mittente",
            "差出人",
            "发件人",
            "寄件者",
            "보낸 사람",
            "送信元");

    /** Names of header lines besides the first. */
    private static final Set<String> OTHER = Set.of(
            "sent",
            "date",
            "to",
            "cc",
            "subject",
            "gesendet",
            "datum",
            "an",
            "betreff",
            "envoyé",
            "à",
            "objet",
            "enviado",
            "enviado el",
            "fecha",
            "para",
            "asunto",
            "inviato",
            "data",
            "a",
            "oggetto",
            "assunto",
            "enviada",
            "enviada em",
            "verzonden",
            "aan",
            "onderwerp",
            "sendt",
            "til",
            "emne",
            "skickat",
            "till",
            "ämne",
            "lähetetty",
            "päivämäärä",
            "vastaanottaja",
            "aihe",
            "wysłano",
            "do",
            "temat",
            "dw",
            "odesláno",
            "komu",
            "předmět",
            "kopie",
            "отправлено",
            "дата",
            "кому",
            "тема",
            "копия",
            "elküldve",
            "címzett",
            "tárgy",
            "gönderildi",
            "gönderilme",
            "tarih",
            "kime",
            "konu",
            "bilgi",
            "送信日時",
            "宛先",
            "件名",
            "日付",
            "发送时间",
            "收件人",
            "主题",
            "抄送",
            "日期",
            "寄件日期",
            "收件者",
            "主旨",
            "보낸 날짜",
            "받는 사람",
            "제목",
            "날짜",
            "参照",
            "posted",
            "reply-to",
            "kopia",
            "kopi");

    private static final List<String> WROTE_ENDS = List.of(
            "wrote:",
            "schrieb:",
            "geschrieben:",
            "a écrit :",
            "a écrit:",
            "a écrit\u00a0:",
            "escribió:",
            "ha scritto:",
            "scritto:",
            "escreveu:",
            "schreef:",
            "geschreven:",
            "skrev:",
            "skrev følgende:",
            "kirjoitti:",
            "pisze:",
            "napisał:",
            "napisała:",
            "napisał(a):",
            "napsal:",
            "napsala:",
            "napsal(a):",
            "napísal(a):",
            "написал:",
            "написала:",
            "написал(а):",
            "пишет:",
            "írta:",
            "ezt írta:",
            "yazdı:",
            "şunu yazdı:",
            "写道：",
            "写道:",
            "寫道：",
            "書きました:",
            "書きました：",
            "のメール:",
            "作成:",
            "작성:",
            "쓴 글:");

    /** In some languages the verb comes before the name. */
    private static final List<String> WROTE_WITHIN = List.of(
            " schrieb ", " skrev ", " schreef ", " wrote ", " írta ", " kirjoitti ", "napisana przez ", " yazdı ");

    private static final List<String> BEGINS = List.of(
            "on ",
            "am ",
            "le ",
            "el ",
            "il ",
            "em ",
            "op ",
            "den ",
            "w dniu ",
            "dne ",
            "dňa ",
            "în ",
            "a ",
            "na ",
            "no dia ",
            "il giorno ",
            "da: ",
            "from: ",
            "at ",
            "pe ",
            "vào ",
            "pada ",
            "mo",
            "di",
            "mi",
            "do",
            "fr",
            "sa",
            "so",
            "ma",
            "ti",
            "ke",
            "to",
            "pe",
            "la",
            "su",
            "lø",
            "sø",
            "tor",
            "tir",
            "ons",
            "mån",
            "tis",
            "fre",
            "lör",
            "sön",
            "man",
            "пн",
            "вт",
            "ср",
            "чт",
            "пт",
            "сб",
            "вс",
            "lun",
            "mar",
            "mer",
            "jeu",
            "ven",
            "sam",
            "dim",
            "jue",
            "vie",
            "sáb",
            "dom",
            "seg",
            "ter",
            "qua",
            "qui",
            "sex",
            "wo",
            "vr",
            "za",
            "zo",
            "pon",
            "wt",
            "śr",
            "czw",
            "pt",
            "sob",
            "nd",
            "wiadomość ",
            "po",
            "út",
            "st",
            "čt",
            "pá",
            "ne");

    private Phrasebook() {}

    /** A line that could be the first of an attribution: it begins like one, or with a date or an address. */
    static boolean beginsAttribution(String line) {
        if (line.isEmpty() || line.length() > 400) {
            return false;
        }
        var small = line.toLowerCase(Locale.ROOT);
        return Character.isDigit(small.charAt(0))
                || small.charAt(0) == '"'
                || small.startsWith("в ")
                || small.charAt(0) == '在'
                || small.contains("@") && small.contains(":")
                || BEGINS.stream().anyMatch(small::startsWith)
                || WROTE_WITHIN.stream().anyMatch(small::contains)
                || isAttribution(line);
    }

    /** Does it say that somebody wrote something at some time? */
    static boolean isAttribution(String line) {
        var small = line.toLowerCase(Locale.ROOT);
        if (!small.endsWith(":") && !small.endsWith("：")) {
            return false;
        }
        var ends = WROTE_ENDS.stream().anyMatch(small::endsWith);
        var within = WROTE_WITHIN.stream().anyMatch(small::contains);
        return (ends || within) && (hasDigit(small) || small.contains("@"));
    }

    /** Does it name a time and an address, and end in a colon? */
    static boolean isDateline(String line) {
        return line.endsWith(":") && line.length() < 400 && line.contains("@") && hasDigit(line);
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    /** Is it a header line as programs write them into a text? */
    static boolean isLabel(String line) {
        return isLabel(line, FROM) || isLabel(line, OTHER);
    }

    /** Is it one of these names? */
    static boolean isLabel(String line, Set<String> names) {
        var bare = line.replace("*", "").replace('\u00a0', ' ').strip();
        var colon = firstColon(bare);
        return colon > 0
                && colon < 24
                && names.contains(bare.substring(0, colon).strip().toLowerCase(Locale.ROOT));
    }

    private static int firstColon(String line) {
        var narrow = line.indexOf(':');
        var wide = line.indexOf('：');
        return narrow < 0 || wide >= 0 && wide < narrow ? wide : narrow;
    }
}
