package threeline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** Asks axe whether people who see, hear or point differently can use a page. */
public final class Axe {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Axe() {}

    public static void check(Page page) {
        var found = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
        assertThat(found)
                .as(() -> page.url() + found.stream().map(Axe::said).toList())
                .isEmpty();
    }

    private static String said(Rule rule) {
        var where = rule.getNodes().stream()
                .map(it -> it.getHtml() + " " + it.getFailureSummary())
                .limit(5)
                .toList();
        return "%n%s: %s %s".formatted(rule.getId(), rule.getHelp(), where);
    }
}
