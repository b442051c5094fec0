package threeline.testing;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;

/** A page as others see it: narrow and wide, light and dark, of which pictures are kept, and to those who don't see it. */
public final class Pictures {

    private Pictures() {}

    public static void take(Page page, String name) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var width : List.of(390, 768, 1440)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.setViewportSize(width, 900);
                if ((width == 390) == (scheme == ColorScheme.DARK)) {
                    Axe.check(page);
                }
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target/shots", "%s-%d-%s.png".formatted(name, width, scheme))));
            }
        }
    }
}
