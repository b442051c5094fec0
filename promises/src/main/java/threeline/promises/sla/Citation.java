package threeline.promises.sla;

/**
 * Where in a charter something stands.
 *
 * @param line from 1
 * @param text what stands there, such as {@code response: 3h office}
 */
public record Citation(int line, String text) {}
