package threeline.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import threeline.desk.content.Content;

/** What is left of a mail's HTML does nothing, whatever it was. */
class SafeHtmlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"java\tscript:alert(1)\">x</a>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
                "<svg onload=alert(1)><script>alert(1)</script></svg>",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
                "<object data=evil></object><embed src=evil>",
                "<meta http-equiv=refresh content='0;url=https://evil.example'>",
                "<base href=https://evil.example/>",
                "<link rel=stylesheet href=https://evil.example/x.css>",
                "<style>@import url(https://evil.example/x)</style>",
                "<p style=\"background:url(https://evil.example/x)\">x</p>",
                "<p style=\"background:u\\72l(https://evil.example/x)\">x</p>",
                "<p style=\"position:fixed;top:0\">x</p>",
                "<img src=https://evil.example/pixel.gif>",
                "<img srcset='https://evil.example/x 2x'>",
                "<video poster=https://evil.example/x></video>",
                "<table background=https://evil.example/x><tr><td>x</table>",
                "<div hx-get=/admin hx-trigger=load>x</div>",
                "<div data-hx-post=/x>x</div>",
                "<form action=https://evil.example><input name=q></form>",
                "<select><style></option></select><img src=x onerror=alert(1)></style></select>",
                "<img src=\"data:image/svg+xml;base64,PHN2Zy8+\">",
            })
    void nothing_runs_and_nothing_is_fetched(String html) {
        var safe = SafeHtml.of(html, List.of()).toLowerCase(java.util.Locale.ROOT);
        assertThat(safe)
                .doesNotContain(
                        "script",
                        "onerror",
                        "onload",
                        "evil.example",
                        "hx-",
                        "srcdoc",
                        "<style",
                        "position",
                        "<form",
                        "<input",
                        "<iframe",
                        "svg",
                        "url(");
        assertThat(SafeHtml.of(safe, List.of()).toLowerCase(java.util.Locale.ROOT))
                .isEqualTo(safe);
    }

    @Test
    void what_came_with_the_mail_is_shown_in_its_place() {
        var picture = new Attachment("pic.png", "image/png", Content.of(new byte[] {1, 2, 3}), "pic1@x");
        var svg = new Attachment("pic.svg", "image/svg+xml", Content.of(new byte[] {1, 2, 3}), "pic2@x");
        assertThat(SafeHtml.of("<p>look <img src='cid:pic1@x'></p>", List.of(picture)))
                .contains("src=\"data:image/png;base64,AQID\"");
        assertThat(SafeHtml.of("<img src='cid:pic2@x'>", List.of(svg))).doesNotContain("svg");
    }

    @Test
    void what_people_lay_out_stays() {
        assertThat(SafeHtml.of(
                        "<p style='color:red'>a <b>b</b></p><table><tr><td colspan=2>c</td></tr></table>"
                                + "<a href='https://x.example/'>d</a>",
                        List.of()))
                .contains("<b>b</b>", "color:red", "colspan=\"2\"", "https://x.example/", "noopener");
    }
}
