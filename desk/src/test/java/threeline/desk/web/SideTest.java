package threeline.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Set;
import org.junit.jupiter.api.Test;
import threeline.desk.people.Role;
import threeline.testing.PagesOfADesk;

/** What stands beside every page leads to all that one may see, and each place has a key of its own. */
class SideTest extends PagesOfADesk {

    @Test
    void no_two_places_have_the_same_key_for_whoever_may_see_all(Page page) {
        opens("procurement");
        signIn(page, hires("Mona Mott", Role.ADMIN, Set.of("user-support")));
        var keys = page.locator(".nav-link[data-go]").all().stream()
                .map(link -> link.getAttribute("data-go"))
                .toList();
        assertThat(keys).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    }
}
