package threeline.promises.succession;

import java.util.Map;
import threeline.promises.charter.Charter;
import threeline.promises.tier.Escalation;
import threeline.promises.tier.Group;
import threeline.promises.tier.Tier;

/** What tickets use of a charter by its name, so that another version must have it too or say what it is called now. */
public enum Sort {
    SEVERITY {
        @Override
        Map<String, String> renames(Charter charter) {
            return charter.written().renames().severities();
        }

        @Override
        boolean has(Charter charter, String name) {
            return charter.severities().find(name).isPresent();
        }
    },
    TIER {
        @Override
        Map<String, String> renames(Charter charter) {
            return charter.written().renames().tiers();
        }

        @Override
        boolean has(Charter charter, String name) {
            return name.equals(Escalation.PROJECT)
                    || charter.tiers().stream().map(Tier::id).anyMatch(name::equals);
        }
    },
    GROUP {
        @Override
        Map<String, String> renames(Charter charter) {
            return charter.written().renames().groups();
        }

        @Override
        boolean has(Charter charter, String name) {
            return charter.groups().stream().map(Group::id).anyMatch(name::equals);
        }
    },
    CATEGORY {
        @Override
        Map<String, String> renames(Charter charter) {
            return charter.written().renames().categories();
        }

        @Override
        boolean has(Charter charter, String name) {
            return charter.waysIn().categories().containsKey(name);
        }
    };

    abstract Map<String, String> renames(Charter charter);

    abstract boolean has(Charter charter, String name);

    /** Whether a version knows it, by this name or by a newer one. */
    public boolean isKnown(Charter charter, String name) {
        return has(charter, name) || has(charter, renames(charter).getOrDefault(name, name));
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
