package threeline.desk.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import threeline.desk.content.Content;
import threeline.desk.content.Spool;

/**
 * Mails made to cost more than they are worth. Reading one and telling its portions apart takes at most two seconds of
 * the processor, and what it holds at the end, beyond its own bytes, stays below 64 MB.
 */
class BombTest {

    private static final long CPU_NANOS = 2_000_000_000L;
    private static final long MEMORY = 64L * 1024 * 1024;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    record Bomb(String name, Supplier<byte[]> raw) {}

    @Test
    void there_are_sixty() {
        assertThat(bombs()).hasSizeGreaterThanOrEqualTo(60);
    }

    @TestFactory
    Stream<DynamicTest> none_takes_more_than_it_may() {
        return bombs().stream()
                .map(it ->
                        DynamicTest.dynamicTest(it.name(), () -> defuse(it.raw().get())));
    }

    private static void defuse(byte[] raw) {
        var start = THREADS.getCurrentThreadCpuTime();
        try (var spool = new Spool()) {
            var held = held(MimeReader.read(Content.of(raw), spool), spool);
            assertThat(THREADS.getCurrentThreadCpuTime() - start)
                    .as("processor time")
                    .isLessThan(CPU_NANOS);
            assertThat(held).as("held").isLessThan(MEMORY);
        }
    }

    private static long held(Reading reading, Spool spool) {
        var held = 0L;
        if (reading instanceof Reading.Read(var mail)) {
            var portions = Portions.of(mail);
            Forward.in(mail, spool);
            mail.idsInside().count();
            held = 2L
                            * (mail.text().length()
                                    + portions.visible().length()
                                    + portions.quoted().length())
                    + mail.attachments().stream()
                            .filter(file -> file.content() instanceof Content.Held)
                            .mapToLong(file -> file.content().size())
                            .sum();
            if (mail.html() != null) {
                held += 2L * SafeHtml.of(mail.html(), mail.attachments()).length();
            }
        }
        return held;
    }

    private static List<Bomb> bombs() {
        var bombs = new ArrayList<Bomb>();
        structure(bombs);
        headers(bombs);
        texts(bombs);
        pages(bombs);
        charsets(bombs);
        return bombs;
    }

    private static void structure(List<Bomb> bombs) {
        for (var depth : new int[] {31, 1_000, 100_000}) {
            bombs.add(new Bomb("nested " + depth, () -> nested(depth)));
        }
        for (var parts : new int[] {1_001, 100_000, 1_000_000}) {
            bombs.add(new Bomb("parts " + parts, () -> multipart("--B\n\n\n".repeat(parts))));
            bombs.add(new Bomb("empty boundaries " + parts, () -> multipart("--B\n".repeat(parts))));
        }
        bombs.add(new Bomb("messages in messages", () -> inMessages(2_000)));
        bombs.add(new Bomb("a boundary that nearly comes", () -> multipart("--A\n--C\n".repeat(500_000))));
        bombs.add(new Bomb(
                "an endless boundary",
                () -> mail("Content-Type: multipart/mixed; boundary=\"" + "b".repeat(200_000) + "\"\n", "x")));
        bombs.add(new Bomb("gzip of zeros", () -> file(gzip(200_000_000))));
        bombs.add(new Bomb(
                "base64 of nothing", () -> mail("Content-Transfer-Encoding: base64\n", "=".repeat(5_000_000))));
        bombs.add(new Bomb(
                "base64 on one line", () -> mail("Content-Transfer-Encoding: base64\n", "QUJD".repeat(260_000))));
        bombs.add(new Bomb(
                "quoted-printable of equals",
                () -> mail("Content-Transfer-Encoding: quoted-printable\n", "=".repeat(900_000))));
        bombs.add(new Bomb(
                "soft line ends",
                () -> mail("Content-Transfer-Encoding: quoted-printable\n", "=\n".repeat(2_000_000))));
        bombs.add(new Bomb(
                "thirty megabytes", () -> mail("", "0123456789012345678901234567890123456789\n".repeat(750_000))));
        bombs.add(new Bomb("a winmail.dat of noise", () -> winmail(new byte[5_000_000])));
        bombs.add(new Bomb(
                "a winmail.dat that promises four gigabytes",
                () -> winmail(
                        new byte[] {0x78, (byte) 0x9f, 0x3e, 0x22, 1, 0, 1, 6, (byte) 0x90, 8, 0, -1, -1, -1, 127, 0, 0
                        })));
        bombs.add(new Bomb(
                "an endless invitation",
                () -> mail("Content-Type: text/calendar\n", "BEGIN:VEVENT\n" + "SUMMARY:x\n ".repeat(1_000_000))));
    }

    private static void headers(List<Bomb> bombs) {
        bombs.add(new Bomb("one long line", () -> mail("X: " + "y".repeat(20_000_000) + "\n", "z")));
        bombs.add(new Bomb("a million folds", () -> mail("X: y\n" + " z\n".repeat(1_000_000), "z")));
        bombs.add(new Bomb("a million fields", () -> mail("X: y\n".repeat(1_000_000), "z")));
        bombs.add(new Bomb(
                "a million references", () -> mail("References: " + "<a@b>\n ".repeat(1_000_000) + "\n", "z")));
        bombs.add(new Bomb(
                "references within budget", () -> mail("References: " + "<a@b> ".repeat(40_000) + "\n", "z")));
        bombs.add(new Bomb("open angles", () -> mail("References: " + "<".repeat(250_000) + "\n", "z")));
        bombs.add(new Bomb("addresses", () -> mail("To: " + "a@b.example, ".repeat(19_000) + "\n", "z")));
        bombs.add(new Bomb("comments in comments", () -> mail("To: " + "(".repeat(120_000) + "\n", "z")));
        bombs.add(new Bomb("groups in groups", () -> mail("To: " + "a:".repeat(120_000) + "\n", "z")));
        bombs.add(new Bomb("quotes that never end", () -> mail("To: \"" + "\\\"".repeat(120_000) + "\n", "z")));
        bombs.add(new Bomb("encoded words", () -> mail("Subject: " + "=?utf-8?q?a?= ".repeat(18_000) + "\n", "z")));
        bombs.add(new Bomb(
                "encoded words that nearly are", () -> mail("Subject: " + "=?".repeat(125_000) + "\n", "z")));
        bombs.add(new Bomb("parameters", () -> mail("Content-Type: text/plain" + "; a=b".repeat(45_000) + "\n", "z")));
        bombs.add(new Bomb("split parameters", () -> mail("Content-Disposition: attachment" + splits() + "\n", "z")));
        bombs.add(new Bomb("spaces", () -> mail("Subject:" + " ".repeat(250_000) + "x\n", "z")));
    }

    private static void texts(List<Bomb> bombs) {
        for (var line : List.of(
                ">",
                "> ",
                "On ",
                "On a@b 1\n",
                "On Mon, 23 Nov 2026 a@b\n",
                "-----Original Message-----\n",
                "From: a@b\n",
                "From: ",
                "-- \n",
                "Sent from my \n",
                "________________________________\n",
                "a@b 1:\n",
                "On 1 wrote:\n",
                "<pro-1.a.",
                "<a@",
                "PRO-1 ",
                "\t",
                "\u00a0")) {
            bombs.add(new Bomb(
                    "text of " + line.strip().replace("\n", ""), () -> mail("", line.repeat(900_000 / line.length()))));
        }
        bombs.add(new Bomb(
                "a hundred thousand levels of quotation",
                () -> mail(
                        "Content-Type: text/plain; format=flowed\n",
                        ">".repeat(100_000) + " x\n" + ">\n".repeat(100_000))));
        bombs.add(new Bomb(
                "flowed for ever", () -> mail("Content-Type: text/plain; format=flowed\n", "x \n".repeat(1_000_000))));
        bombs.add(new Bomb("only white space", () -> mail("", " \n".repeat(5_000_000))));
        bombs.add(new Bomb("only line ends", () -> mail("", "\n".repeat(10_000_000))));
    }

    private static void pages(List<Bomb> bombs) {
        for (var tag : List.of(
                "<div>",
                "<table><tr><td>",
                "<b>",
                "<blockquote>",
                "<a href='https://x.example/'>",
                "<ul><li>",
                "<font>",
                "<!--",
                "<",
                "&",
                "<p><a href=x>y</a>")) {
            bombs.add(new Bomb("a page of " + tag, () -> mail("Content-Type: text/html\n", tag.repeat(100_000) + "x")));
        }
        bombs.add(new Bomb(
                "a page of attributes",
                () -> mail("Content-Type: text/html\n", "<p " + "a=b ".repeat(200_000) + ">x")));
        bombs.add(new Bomb(
                "a page of styles",
                () -> mail("Content-Type: text/html\n", "<p style='" + "color:red;".repeat(80_000) + "'>x")));
    }

    private static void charsets(List<Bomb> bombs) {
        for (var charset :
                List.of("utf-7", "utf-32le", "iso-2022-jp", "iso-2022-kr", "gb18030", "x-unknown", "utf-16")) {
            bombs.add(new Bomb("noise in " + charset, () -> noise(charset)));
        }
    }

    private static byte[] noise(String charset) {
        var body = new byte[1_000_000];
        new java.util.Random(7).nextBytes(body);
        return join(
                ("From: a@x.example\nContent-Type: text/plain; charset=" + charset
                                + "\nContent-Transfer-Encoding: base64\n\n")
                        .getBytes(US_ASCII),
                Base64.getMimeEncoder().encode(body));
    }

    private static byte[] mail(String header, String body) {
        return join(("From: a@x.example\nSubject: bomb\n" + header + "\n").getBytes(UTF_8), body.getBytes(UTF_8));
    }

    private static byte[] multipart(String parts) {
        return mail("Content-Type: multipart/mixed; boundary=B\n", parts + "--B--\n");
    }

    private static byte[] file(byte[] content) {
        return join(
                "From: a@x.example\nContent-Type: application/gzip; name=x.gz\nContent-Transfer-Encoding: base64\n\n"
                        .getBytes(US_ASCII),
                Base64.getMimeEncoder().encode(content));
    }

    private static byte[] winmail(byte[] content) {
        return join(
                "From: a@x.example\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n"
                        .getBytes(US_ASCII),
                Base64.getMimeEncoder().encode(content));
    }

    private static byte[] nested(int depth) {
        var mail = new StringBuilder("From: a@x.example\n");
        for (var i = 0; i < depth; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
        }
        return mail.append("Content-Type: text/plain\n\ndeep").toString().getBytes(US_ASCII);
    }

    private static byte[] inMessages(int depth) {
        return ("From: a@x.example\n" + "Content-Type: message/rfc822\n\nFrom: a@x.example\n".repeat(depth) + "\ndeep")
                .getBytes(US_ASCII);
    }

    private static String splits() {
        var text = new StringBuilder();
        for (var i = 0; i < 15_000; i++) {
            text.append("; filename*").append(i).append("=x");
        }
        return text.toString();
    }

    private static byte[] gzip(int zeros) {
        var out = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(out)) {
            var sheet = new byte[1_000_000];
            for (var i = 0; i < zeros / sheet.length; i++) {
                packed.write(sheet);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] join(byte[] one, byte[] other) {
        var all = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }
}
