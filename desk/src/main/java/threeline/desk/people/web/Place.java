package threeline.desk.people.web;

/** Where on the network a browser stands. Who has one address of the newer kind has 2^64 of them: they count as one. */
final class Place {

    private static final int HALF = 4;

    private Place() {}

    static String of(String address) {
        var groups = address.split(":", -1);
        return groups.length <= HALF ? address : String.join(":", java.util.Arrays.copyOf(groups, HALF));
    }
}
