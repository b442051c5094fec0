/** People and groups as a program elsewhere says that they are (SCIM 2.0). */
@NullMarked
package threeline.desk.people.provision;

import org.jspecify.annotations.NullMarked;
