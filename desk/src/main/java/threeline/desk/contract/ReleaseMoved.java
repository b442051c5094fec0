package threeline.desk.contract;

import threeline.desk.tenant.Tenant;

/** Told inside the transaction that moves a release. */
public record ReleaseMoved(Tenant tenant, ReleaseMove move) {}
