package threeline.desk.watch.web;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import threeline.desk.watch.Reigns;
import threeline.desk.watch.Seam;
import threeline.desk.web.Moments;
import threeline.promises.charter.Charter;
import threeline.promises.tier.Group;
import threeline.promises.tier.Tier;

/** Tells seams in words. */
record Seams(Reigns reigns, Moments moments) {

    private static final int MOST = 60;

    /** What holds now. */
    Charter charter() {
        return reigns.at(moments.now());
    }

    Optional<Seam> next(Tier tier) {
        return Seam.after(moments.now(), tier.id(), reigns);
    }

    /** The next seam of a tier at which tickets pass from one group to another, if there is one soon. */
    Optional<Seam> nextPassing(Tier tier) {
        var seam = next(tier);
        for (var i = 0; i < MOST && seam.isPresent(); i++) {
            if (!seam.get().crossings(reigns).isEmpty()) {
                return seam;
            }
            seam = Seam.after(seam.get().at(), tier.id(), reigns);
        }
        return Optional.empty();
    }

    /** {@code Mon 17:30: Out-of-Hours Support takes over from First Line Support} */
    String told(Seam seam) {
        return moments.brief(seam.at()) + ": " + what(seam);
    }

    private String what(Seam seam) {
        if (seam.leaving().isEmpty()) {
            return names(seam.coming()) + comes(seam.coming());
        }
        if (seam.coming().isEmpty()) {
            return names(seam.leaving()) + goes(seam.leaving()) + after(seam);
        }
        return names(seam.coming()) + (one(seam.coming()) ? " takes" : " take") + " over from " + names(seam.leaving());
    }

    private String after(Seam seam) {
        if (!seam.on().isEmpty()) {
            return ", " + names(seam.on()) + (one(seam.on()) ? " stays" : " stay");
        }
        var back = Seam.after(seam.at(), seam.tier(), reigns);
        return back.map(it -> ", then nobody until " + moments.brief(it.at())).orElse(", then nobody");
    }

    private static String comes(List<Group> groups) {
        return one(groups) ? " comes on watch" : " come on watch";
    }

    private static String goes(List<Group> groups) {
        return one(groups) ? " goes off watch" : " go off watch";
    }

    private static boolean one(List<Group> groups) {
        return groups.size() == 1;
    }

    static String names(List<Group> groups) {
        if (groups.size() < 2) {
            return groups.stream().map(Group::name).collect(joining());
        }
        var all = groups.stream().map(Group::name).toList();
        return String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.getLast();
    }

    /** Until when all of those on watch stay, or with nobody on watch until somebody comes; null for always. */
    WatchView.@Nullable Until until(Tier tier, List<Group> on) {
        var now = moments.now();
        var seam = next(tier);
        for (var i = 0; i < MOST && seam.isPresent(); i++) {
            var it = seam.get();
            if (on.isEmpty()
                    || on.stream()
                            .anyMatch(group -> it.leaving().stream()
                                    .anyMatch(gone -> gone.id().equals(group.id())))) {
                return new WatchView.Until(
                        "until " + moments.brief(it.at()),
                        it.at().toEpochMilli(),
                        Moments.length(Duration.between(now, it.at())));
            }
            seam = Seam.after(it.at(), tier.id(), reigns);
        }
        return null;
    }
}
