package threeline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import threeline.desk.tenant.Site;
import threeline.desk.tenant.WrongSetting;

/** The address that links begin with, as operators write it. */
class SettingsTest {

    @ParameterizedTest
    @CsvSource({
        "https://desk.example/, https://desk.example",
        "' http://desk.example:8443/help// ', http://desk.example:8443/help",
        "HTTPS://desk.example, HTTPS://desk.example"
    })
    void a_site_is_an_address_without_what_stands_at_its_end(String given, String address) {
        assertThat(site(given).address()).map(Object::toString).contains(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk.example", "ftp://desk.example", "https://", "https://desk.example?x", "https://a b"})
    void what_no_browser_opens_is_refused_by_name(String given) {
        assertThatThrownBy(() -> site(given))
                .rootCause()
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("threeline.site is '%s'".formatted(given));
    }

    @Test
    void none_is_none() {
        assertThat(site(" ").address()).isEmpty();
    }

    static Site site(String given) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test", Map.of("threeline.site", given)));
            context.register(Site.class);
            context.refresh();
            return context.getBean(Site.class);
        }
    }
}
