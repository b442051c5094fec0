package threeline.desk.mail;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * A mail's HTML made anew from what is known to be harmless: nothing in it runs, calls out, or comes from elsewhere.
 * Pictures that came with the mail are put in their places; all others are left out.
 */
public final class SafeHtml {

    private static final int ENOUGH = 2_000_000;
    static final int LARGEST_PICTURE = 5 * 1024 * 1024;
    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "div",
                    "span",
                    "br",
                    "hr",
                    "b",
                    "strong",
                    "i",
                    "em",
                    "u",
                    "s",
                    "sub",
                    "sup",
                    "small",
                    "font",
                    "center",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "blockquote",
                    "pre",
                    "code",
                    "table",
                    "caption",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "td",
                    "th",
                    "a",
                    "img",
                    "details",
                    "summary")
            .allowAttributes("href")
            .onElements("a")
            .allowUrlProtocols("https", "http", "mailto", "data")
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .allowAttributes("src")
            .matching((element, attribute, value) -> value.startsWith("data:image/") ? value : null)
            .onElements("img")
            .allowAttributes("alt", "width", "height")
            .onElements("img")
            .allowAttributes("colspan", "rowspan", "align", "valign", "width")
            .onElements("td", "th", "table", "tr")
            .allowAttributes("color")
            .onElements("font")
            .allowAttributes("dir", "lang", "title")
            .globally()
            .allowStyling(CssSchema.withProperties(Set.of(
                    "color",
                    "background-color",
                    "font-weight",
                    "font-style",
                    "font-size",
                    "text-align",
                    "text-decoration",
                    "border",
                    "border-left",
                    "border-top",
                    "border-bottom",
                    "padding",
                    "padding-left",
                    "margin",
                    "margin-left",
                    "width")))
            .toFactory();

    private SafeHtml() {}

    /** A mail's HTML, with what it quotes and its signature folded. */
    public static String of(IncomingMail mail) {
        return of(mail, Map.of());
    }

    /** The same with pictures from elsewhere in their places, by their addresses. */
    public static String of(IncomingMail mail, Map<String, Attachment> fetched) {
        if (mail.html() == null) {
            return "";
        }
        var page = parsed(mail.html());
        HtmlFolds.fold(page.body(), Portions.of(mail), Quotations.isPassedOn(mail.subject()));
        return of(page, mail.attachments(), fetched);
    }

    public static String of(String html, List<Attachment> files) {
        return of(parsed(html), files, Map.of());
    }

    /** Pictures that a mail shows and did not bring along. */
    public static List<String> elsewhere(IncomingMail mail) {
        return mail.html() == null
                ? List.of()
                : parsed(mail.html()).select("img[src]").stream()
                        .map(it -> it.attr("src").strip())
                        .filter(it -> it.matches("(?i)https?://.{1,2000}"))
                        .distinct()
                        .toList();
    }

    private static Document parsed(String html) {
        var page = Jsoup.parse(html.length() > ENOUGH ? html.substring(0, ENOUGH) : html);
        page.outputSettings().prettyPrint(false);
        return page;
    }

    private static String of(Document page, List<Attachment> files, Map<String, Attachment> fetched) {
        for (var picture : page.select("img[src]")) {
            picture.attr("src", source(picture.attr("src").strip(), files, fetched));
        }
        page.select("a[href]").stream()
                .filter(it -> it.attr("href")
                        .strip()
                        .toLowerCase(java.util.Locale.ROOT)
                        .startsWith("data:"))
                .forEach(it -> it.removeAttr("href"));
        return POLICY.sanitize(page.body().html());
    }

    /** Nothing for what did not come with the mail and was not fetched. */
    private static String source(String id, List<Attachment> files, Map<String, Attachment> fetched) {
        var brought = files.stream()
                .filter(it -> id.regionMatches(true, 0, "cid:", 0, 4)
                        && id.substring(4).equals(it.contentId()))
                .findFirst();
        return brought.or(() -> Optional.ofNullable(fetched.get(id)))
                .filter(it -> PICTURES.contains(it.type()) && it.content().size() <= LARGEST_PICTURE)
                .map(it -> "data:%s;base64,%s"
                        .formatted(
                                it.type(),
                                Base64.getEncoder().encodeToString(it.content().bytes())))
                .orElse("");
    }
}
