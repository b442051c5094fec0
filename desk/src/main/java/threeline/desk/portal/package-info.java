/** What whoever asks for help meets: what may be asked how, what is theirs, and what of it they are told. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenant",
            "web",
            "content",
            "mail",
            "people",
            "people :: access",
            "contract",
            "ticket",
            "timekeeping",
            "timekeeping :: web",
        })
package threeline.desk.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
