/** Who says elsewhere who somebody is (OpenID Connect), and whom here they mean by it. */
@NullMarked
package threeline.desk.people.provider;

import org.jspecify.annotations.NullMarked;
