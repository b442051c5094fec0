package threeline.promises.tier;

/** Where tickets go when more than so many are waiting on a tier. */
public record Overflow(String to, int waiting) {}
