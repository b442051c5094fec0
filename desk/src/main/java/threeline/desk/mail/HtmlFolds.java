package threeline.desk.mail;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Folds what a mail program put below somebody's words: quotations and signatures stay where they are, closed. Programs
 * mark them in their HTML; where one does not, the text says from which line on.
 */
final class HtmlFolds {

    /** Hold a quotation and nothing else. */
    private static final String QUOTES = "blockquote[type=cite], .gmail_quote, .gmail_quote_container, .yahoo_quoted, "
            + ".ymail_quote, .protonmail_quote, .tutanota_quote, .zmail_extra, .AppleOriginalContents, "
            + "div[name=quote], #mail-editor-reference-message-container";

    /** From here to the end of what it stands in. */
    private static final String FROM_HERE = "#appendonsend, #divRplyFwdMsg, hr#stopSpelling, .OutlookMessageHeader, "
            + "div[style*=border-top:solid #E1E1E1], div[style*=border-top:solid #B5C4DF]";

    /** Says who wrote what stands quoted next; words may follow below it. */
    private static final String ATTRIBUTIONS = ".moz-cite-prefix, #reply-intro";

    private static final String SIGNATURES =
            ".gmail_signature, .moz-signature, .moz-txt-sig, #Signature, .protonmail_signature_block, .elementToProof#Signature";

    private static final String LINE_HOLDERS = "div, p, blockquote, pre";
    private static final String QUOTED = "Quoted text";
    private static final String SIGNED = "Signature";
    private static final int SHORTEST_CLUE = 3;
    private static final int LONGEST_CLUE = 80;

    /** Who answers between the lines quotes often, but not without end. */
    private static final int MOST_FOLDS = 30;

    private HtmlFolds() {}

    /** Of a mail that passes something on nothing is a quotation. */
    static void fold(Element body, Portions portions, boolean passedOn) {
        if (!passedOn && !marked(body) && !portions.quoted().isEmpty()) {
            byItsWords(body, portions.quoted(), QUOTED);
        }
        if (!portions.signature().isEmpty() && !signed(body)) {
            byItsWords(body, portions.signature(), SIGNED);
        }
    }

    private static boolean signed(Element body) {
        var found = false;
        for (var it : first(body.select(SIGNATURES))) {
            if (isOpen(it) && it.hasText()) {
                wrap(List.of(it), SIGNED);
                found = true;
            }
        }
        return found;
    }

    private static boolean marked(Element body) {
        var found = false;
        for (var it : first(body.select("%s, %s, %s".formatted(FROM_HERE, ATTRIBUTIONS, QUOTES)))) {
            if (isOpen(it) && saidBefore(it, body)) {
                wrap(quotation(it, body), QUOTED);
                found = true;
            }
        }
        return found;
    }

    private static List<? extends Node> quotation(Element it, Element body) {
        if (it.is(ATTRIBUTIONS)) {
            var next = it.nextElementSibling();
            return next == null || !next.normalName().equals("blockquote") ? List.of(it) : List.of(it, next);
        }
        return it.is(FROM_HERE) ? fromHere(outermost(it, body)) : List.of(it);
    }

    private static List<Element> first(List<Element> all) {
        return all.subList(0, Math.min(all.size(), MOST_FOLDS));
    }

    /** A quotation above which nothing stands is not folded: somebody may answer below it, or pass it on. */
    private static boolean saidBefore(Element quote, Element body) {
        var text = body.wholeText();
        var before = text.indexOf(quote.wholeText());
        return before > 0 && !text.substring(0, before).isBlank();
    }

    /** What begins an old mail may be wrapped in a box of its own. */
    private static Element outermost(Element it, Element body) {
        var outer = it;
        while (outer.parent() != null
                && outer.parent() != body
                && outer.parent().firstElementChild() == outer
                && outer.parent().nextSibling() != null) {
            outer = outer.parent();
        }
        return outer;
    }

    private static List<Node> fromHere(Node first) {
        var nodes = new ArrayList<Node>();
        for (Node it = first; it != null && !isFold(it); it = it.nextSibling()) {
            nodes.add(it);
        }
        return nodes;
    }

    /** The last thing in the open that begins with these words, and all that follows it there. */
    private static void byItsWords(Element body, String words, String title) {
        var clue = words.lines()
                .map(HtmlFolds::bare)
                .filter(it -> it.length() > SHORTEST_CLUE)
                .findFirst();
        clue.flatMap(it -> body.select(LINE_HOLDERS).stream()
                        .filter(HtmlFolds::isOpen)
                        .filter(holder -> bare(beginning(holder)).startsWith(it))
                        .reduce((_, later) -> later))
                .filter(it -> saidBefore(it, body))
                .ifPresent(it -> wrap(fromHere(outermost(it, body)), title));
    }

    private static String beginning(Element it) {
        var words = new StringBuilder();
        it.nodeStream(TextNode.class)
                .takeWhile(_ -> words.length() < 2 * LONGEST_CLUE)
                .forEach(text -> words.append(text.text()));
        return words.toString();
    }

    private static String bare(String line) {
        var bare = line.replaceAll("^[> ]+", "").replaceAll("\\s+", " ").strip();
        return bare.length() > LONGEST_CLUE ? bare.substring(0, LONGEST_CLUE) : bare;
    }

    private static boolean isFold(Node it) {
        return it instanceof Element fold && fold.normalName().equals("details");
    }

    private static boolean isOpen(Element it) {
        return it.parents().stream().noneMatch(HtmlFolds::isFold);
    }

    private static void wrap(List<? extends Node> nodes, String title) {
        if (nodes.stream().allMatch(it -> it instanceof TextNode text && text.isBlank())) {
            return;
        }
        var fold = new Element("details");
        fold.appendElement("summary").text(title);
        nodes.getFirst().before(fold);
        nodes.forEach(fold::appendChild);
    }
}
