package threeline.promises.check;

import threeline.promises.sla.Target;
import threeline.promises.source.Code;

/** A promise hangs on the next release where there is none ahead. */
final class ReleaseNone implements Rule {

    @Override
    public void look(Look look) {
        var ahead = look.charter().offers().releases().stream().anyMatch(release -> release.isAfter(look.on()));
        if (ahead) {
            return;
        }
        for (var promised : Promised.orAimed(look.charter())) {
            if (promised.target() instanceof Target.NextRelease) {
                look.findings()
                        .error(
                                Code.RELEASE_NONE,
                                promised.at(),
                                "%s is promised with the next release, but none is ahead of %s"
                                        .formatted(promised.said(), look.on()),
                                "who is given it is told no date, and nothing ever falls due",
                                "add a date to releases");
            }
        }
    }
}
