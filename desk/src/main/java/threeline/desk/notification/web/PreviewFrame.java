package threeline.desk.notification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.HtmlUtils;
import threeline.desk.mail.OutgoingMail;
import threeline.desk.notification.Template;

/** What a mail would say, as a page for a frame in which nothing runs: its subject, its HTML form, and its text form. */
final class PreviewFrame {

    private static final String POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private static final String HEAD =
            "<!DOCTYPE html><meta charset=\"utf-8\"><title>What a mail would say</title><style>"
                    + "html{color-scheme:light;background:#fff;color:#1d1d1f;font:15px/1.5 system-ui,sans-serif}"
                    + "body{margin:0;overflow-wrap:anywhere}.about{margin:0;padding:12px 16px;background:#f5f5f7}"
                    + "pre{white-space:pre-wrap;padding:12px 16px;margin:0;font:13px/1.5 ui-monospace,monospace}</style>";

    private PreviewFrame() {}

    /** The HTML form is a page of its own; what is before its body goes by the first page's rules. */
    static void write(OutgoingMail.Words words, HttpServletResponse response) throws IOException {
        write(
                HEAD
                        + "<p class=about><b>%s</b></p>%s<p class=about>As text:</p><pre>%s</pre>"
                                .formatted(escaped(words.subject()), words.html(), escaped(words.text())),
                response);
    }

    static void write(Template.Fault fault, HttpServletResponse response) throws IOException {
        write(HEAD + "<p class=about><b>Line %d:</b> %s</p>".formatted(fault.line(), escaped(fault.why())), response);
    }

    private static void write(String page, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setContentType("text/html;charset=utf-8");
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
