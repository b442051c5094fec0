package threeline.desk.mail;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** HTML to the text it shows: blocks on lines of their own, lists with dashes, quotations marked, links with their address. */
final class HtmlText implements NodeVisitor {

    /** More than anybody reads, and little enough to be read in a moment. */
    private static final int ENOUGH = 2_000_000;

    private static final Set<String> SILENT =
            Set.of("script", "style", "head", "title", "noscript", "template", "object");
    private static final Set<String> LINES = Set.of(
            "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "table", "ul", "ol", "hr", "blockquote");
    private static final Set<String> GAPS = Set.of("p", "h1", "h2", "h3", "blockquote");

    private final StringBuilder text = new StringBuilder();
    private int silent;
    private int quoted;

    private HtmlText() {}

    static String of(String html) {
        var visitor = new HtmlText();
        var body = Jsoup.parse(html.length() > ENOUGH ? html.substring(0, ENOUGH) : html);
        body.traverse(visitor);
        return visitor.text
                .toString()
                .replace('\u00a0', ' ')
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private static final Pattern META =
            Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([a-z0-9_:.-]{2,40})");
    private static final int HEAD = 2_048;

    /** The charset that a page names in its head; null where it names none. */
    static @Nullable String charsetIn(byte[] content) {
        var head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.US_ASCII);
        var found = META.matcher(head);
        return found.find() ? found.group(1) : null;
    }

    @Override
    public void head(Node node, int depth) {
        switch (node) {
            case TextNode words when silent == 0 -> say(words);
            case Element element -> open(element);
            default -> {}
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element);
        }
    }

    private void say(TextNode words) {
        var inPre =
                words.parent() instanceof Element parent && parent.normalName().equals("pre");
        var said = inPre ? words.getWholeText() : words.text();
        append(atLineStart() ? said.stripLeading() : said);
    }

    private void open(Element element) {
        var name = element.normalName();
        silent += SILENT.contains(name) ? 1 : 0;
        if (silent > 0) {
            return;
        }
        if (LINES.contains(name)) {
            line();
        }
        quoted += name.equals("blockquote") ? 1 : 0;
        switch (name) {
            case "br" -> text.append('\n');
            case "li" -> append("- ");
            case "hr" -> append("---");
            case "td", "th" -> append(atLineStart() ? "" : "\t");
            default -> {}
        }
    }

    private void close(Element element) {
        var name = element.normalName();
        if (SILENT.contains(name)) {
            silent--;
        } else if (silent == 0) {
            address(element);
            quoted -= name.equals("blockquote") ? 1 : 0;
            if (LINES.contains(name)) {
                line();
            }
            if (GAPS.contains(name)) {
                text.append('\n');
            }
        }
    }

    private void address(Element element) {
        var href = element.normalName().equals("a") ? element.attr("href").strip() : "";
        if (href.matches("(?i)https?://.{1,2000}") && !element.text().contains(href)) {
            append(" <" + href + ">");
        }
    }

    private void append(String words) {
        if (!words.isEmpty()) {
            text.append(quoted > 0 && atLineStart() ? "> ".repeat(Math.min(quoted, 10)) : "")
                    .append(words);
        }
    }

    private boolean atLineStart() {
        return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }

    private void line() {
        if (!atLineStart()) {
            text.append('\n');
        }
    }
}
