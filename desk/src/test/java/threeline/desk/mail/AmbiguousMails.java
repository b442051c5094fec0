package threeline.desk.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mails that can be read in more than one way, made by crossing what parsers are known to differ in; and ordinary ones. */
final class AmbiguousMails {

    private static final String HEAD = "From: ann@example.org\r\nSubject: Chairs\r\nMIME-Version: 1.0\r\n";
    private static final String HIDDEN = "Content-Type: application/octet-stream\r\n"
            + "Content-Disposition: attachment; filename=a.exe\r\n\r\nTVqQ\r\n";

    /** What may stand for the type of a mail that has parts. */
    private static final List<String> TYPES = List.of(
            "Content-Type: multipart/mixed; boundary=b\r\n",
            "Content-Type: multipart/mixed; boundary=\"b\"\r\n",
            "Content-Type: text/plain\r\nContent-Type: multipart/mixed; boundary=b\r\n",
            "Content-Type: multipart/mixed; boundary=b\r\nContent-Type: text/plain\r\n",
            "Content-Type: multipart/mixed; boundary=b; boundary=c\r\n",
            "Content-Type: multipart/mixed; boundary=c; boundary=b\r\n",
            "Content-Type: multipart/mixed; boundary*=us-ascii''b\r\n",
            "Content-Type: multipart/mixed; boundary*0=b; boundary*1=c\r\n",
            "Content-Type: multipart/mixed; boundary=\"=?us-ascii?Q?b?=\"\r\n",
            "Content-Type: multipart/mixed; boundary=b (c)\r\n",
            "Content-Type: multipart/mixed (x; boundary=c); boundary=b\r\n",
            "Content-Type: multipart/mixed;\r\n boundary=\r\n b\r\n",
            "Content-Type: multipart/mixed; boundary =b\r\n",
            "Content-Type: multipart/mixed; boundary= b\r\n",
            "Content-Type: multipart/mixed; boundary='b'\r\n",
            "Content-Type: multipart/mixed boundary=b\r\n",
            "Content-Type: multipart/mixed, boundary=b\r\n",
            "Content-Type: multipart; boundary=b\r\n",
            "Content-Type: multipart/; boundary=b\r\n",
            "Content-Type: multipart/mixed; boundary=\"b\r\n",
            "Content-Type: multipart/mixed; boundary=\"\"\r\n",
            "Content-Type: multipart/mixed; boundary=\"b \"\r\n",
            "Content-Type: multipart/mixed\r\n",
            "Content-Type : multipart/mixed; boundary=b\r\n",
            "Content-Type\t: multipart/mixed; boundary=b\r\n",
            "Content-Type: =?us-ascii?Q?multipart/mixed?=; boundary=b\r\n",
            "Content-Type: multipart/mixed; x=\"; boundary=c; y=\"; boundary=b\r\n",
            "Content-Type: multipart/mixed; boundary=b\\\r\n",
            "Content-Type: multipart/mixed; boundary=\"\\b\"\r\n",
            "X: y\rContent-Type: multipart/mixed; boundary=b\r\n",
            "not a field\r\nContent-Type: multipart/mixed; boundary=b\r\n",
            "Content-Type: multipart/mixed; boundary=b\r\nContent-Transfer-Encoding: base64\r\n",
            "Content-Type: multipart/mixed; boundary=b\r\nContent-Transfer-Encoding: quoted-printable\r\n",
            "Content-Type: text/plain; boundary=b\r\n",
            "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n");

    /** What may follow it. */
    private static final List<String> BODIES = List.of(
            "--b\r\nContent-Type: text/plain\r\n\r\nwords\r\n--b\r\n" + HIDDEN + "--b--\r\n",
            "--b\r\n\r\nwords\r\n--bc\r\n" + HIDDEN + "--b--\r\n",
            "--b\r\n\r\nwords\r\n--b--\r\n--b\r\n" + HIDDEN + "--b--\r\n",
            "--c\r\n" + HIDDEN + "--c--\r\n--b\r\n\r\nwords\r\n--b--\r\n",
            "--b\r\n\r\nwords\n--b\n" + HIDDEN + "--b--\r\n",
            "--b\r\n\r\nwords\r\n--b \t\r\n" + HIDDEN + "--b--\r\n",
            "--b\r\n\r\nwords\r\n--b\r\n" + HIDDEN,
            "--b\r\n\r\nwords\r--b\r" + HIDDEN + "--b--\r\n");

    /** How a part of a mail may be encoded. */
    private static final List<String> ENCODINGS = List.of(
            "base64",
            "BASE64",
            "base64 ",
            "base64;x",
            "base64 (x)",
            "\"base64\"",
            "b",
            "uuencode",
            "x-uuencode",
            "quoted-printable",
            "8bit",
            "7bit\r\nContent-Transfer-Encoding: base64",
            "base64\r\nContent-Transfer-Encoding: 7bit",
            "",
            "=?us-ascii?Q?base64?=",
            "gzip");

    private static final List<String> CONTENTS = List.of(
            "aGVsbG8=",
            "aGVsbG8=d29ybGQ=",
            "aGVs!bG8=",
            "aGVsbG8",
            "aGVs\r\nbG8=\r\n",
            "====",
            "=41=4",
            "=4G=\r\n",
            "a= \r\nb",
            "=3d=3D",
            "words  \r\nmore",
            "a=\rb");

    private AmbiguousMails() {}

    static Map<String, String> all() {
        var all = new LinkedHashMap<String, String>(ordinary());
        for (var type : TYPES) {
            for (var i = 0; i < BODIES.size(); i++) {
                all.put("%s, body %d".formatted(type.strip(), i), HEAD + type + "\r\n" + BODIES.get(i));
            }
        }
        for (var encoding : ENCODINGS) {
            for (var content : CONTENTS) {
                all.put(
                        "%s: %s".formatted(encoding, content),
                        HEAD + part("Content-Transfer-Encoding: " + encoding + "\r\n", content));
            }
        }
        nested(all);
        return all;
    }

    private static String part(String header, String content) {
        return "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nwords\r\n--b\r\nContent-Type: application/octet-stream\r\n"
                + header + "\r\n" + content + "\r\n--b--\r\n";
    }

    /** Parts within parts whose boundaries begin alike, or are the same. */
    private static void nested(Map<String, String> all) {
        for (var outer : List.of("b", "bb", "bbb", "b-b")) {
            for (var inner : List.of("b", "bb", "bc", "c", "b--", "b-b")) {
                all.put(
                        "%s within %s".formatted(inner, outer),
                        HEAD
                                + ("Content-Type: multipart/mixed; boundary=%1$s\r\n\r\n--%1$s\r\nContent-Type: multipart/related;"
                                                + " boundary=\"%2$s\"\r\n\r\n--%2$s\r\n\r\nwords\r\n--%2$s--\r\n--%1$s\r\n%3$s--%1$s--\r\n")
                                        .formatted(outer, inner, HIDDEN));
            }
        }
    }

    static Map<String, String> ordinary() {
        var all = new LinkedHashMap<String, String>();
        all.put("plain", HEAD + "Content-Type: text/plain; charset=utf-8\r\n\r\nwords\r\n");
        all.put("no type", "From: ann@example.org\r\n\r\nwords\r\n");
        all.put("lines of Unix", (HEAD + "Content-Type: text/plain\r\n\r\nwords\r\n").replace("\r\n", "\n"));
        all.put("two parts", HEAD + TYPES.getFirst() + "\r\n" + BODIES.getFirst());
        all.put(
                "two parts, folded",
                HEAD + "Content-Type: multipart/mixed;\r\n\tboundary=\"b\"\r\n\r\n" + BODIES.getFirst());
        all.put(
                "a preamble and an epilogue",
                HEAD + TYPES.get(1) + "\r\nMIME.\r\n" + BODIES.getFirst() + "\r\nThe end.\r\n");
        all.put("base64", HEAD + part("Content-Transfer-Encoding: base64\r\n", "aGVsbG8="));
        all.put("quoted-printable", HEAD + part("Content-Transfer-Encoding: quoted-printable\r\n", "a=3D=\r\nb"));
        all.put(
                "a name of Outlook's",
                HEAD + part("Content-Disposition: attachment; filename=\"=?utf-8?Q?a=C3=BC.pdf?=\"\r\n", "words"));
        all.put(
                "a name in pieces",
                HEAD
                        + part(
                                "Content-Disposition: attachment; filename*0*=utf-8''a; filename*1*=%C3%BC.pdf\r\n",
                                "words"));
        all.put(
                "parts within parts",
                HEAD
                        + "Content-Type: multipart/mixed; boundary=\"=_one\"\r\n\r\n--=_one\r\nContent-Type: multipart/alternative;"
                        + " boundary=\"=_two\"\r\n\r\n--=_two\r\n\r\nwords\r\n--=_two--\r\n--=_one--\r\n");
        return all;
    }
}
