package org.yiping.server.load;

import java.util.List;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.identity.Department;

/// Where imported facts go: the server's storage, in one transaction a call, with journal entries. Called by one
/// thread.
public interface CaseSink {
    /// A case with the flow record of its closing, if it has a remark.
    record Imported(Case fact, List<FlowRecord> records) {
        public Imported {
            records = List.copyOf(records);
        }
    }

    void cases(List<Imported> batch);

    /// Classes the files brought that the catalogue did not have; they form a new catalogue version.
    void classes(String version, List<CaseClass> added);

    void departments(List<Department> added);
}
