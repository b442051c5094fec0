package threeline.desk.intake.email.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import threeline.desk.content.Content;
import threeline.desk.mail.Attachment;
import threeline.desk.mail.IncomingMail;
import threeline.desk.mail.SafeHtml;

/** A mail as it was laid out, as a page for a frame: nothing in it runs or is fetched, and its links open elsewhere. */
final class MailFrame {

    private static final String POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
            + "img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private static final String HEAD =
            "<!DOCTYPE html><meta charset=\"utf-8\"><title>Mail</title><base target=\"_blank\"><style>"
                    + "html{color-scheme:light;background:#fff;color:#1d1d1f;font:15px/1.5 system-ui,sans-serif}"
                    + "body{margin:12px;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{max-width:100%}"
                    + "blockquote{margin:0 0 0 4px;padding-left:12px;border-left:2px solid #c7c7cc}"
                    + "summary{color:#6e6e73;font-size:13px;cursor:pointer;padding:4px 0}"
                    + "</style>";

    private MailFrame() {}

    /** @param fetched pictures from elsewhere, by their addresses */
    static String page(IncomingMail mail, Map<String, Attachment> fetched) {
        return HEAD + SafeHtml.of(mail, fetched);
    }

    static void write(String page, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setContentType("text/html;charset=utf-8");
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes as they came, to be saved and never shown. */
    static void writeOriginal(long letter, Content content, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("Content-Disposition", "attachment; filename=\"letter-%d.eml\"".formatted(letter));
        response.setContentType("application/octet-stream");
        response.setContentLengthLong(content.size());
        try (var in = content.open()) {
            in.transferTo(response.getOutputStream());
        }
    }
}
