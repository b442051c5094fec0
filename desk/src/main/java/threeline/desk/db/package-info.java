/** The tables as types, generated at build from the migrations; open to all here, each schema to its own module (ArchitectureTest). */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package threeline.desk.db;

import org.springframework.modulith.ApplicationModule;
