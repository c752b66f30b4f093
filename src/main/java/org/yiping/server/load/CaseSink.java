package org.yiping.server.load;

import java.util.List;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.identity.Department;

/// Where imported facts go: the server's storage, in one transaction a call, with journal entries. Called by one
/// thread, but for `encode`.
public interface CaseSink {
    /// A case with the flow record of its closing, if it has a remark.
    record Imported(Case fact, List<FlowRecord> records) {
        public Imported {
            records = List.copyOf(records);
        }
    }

    /// What is left to do when `encode` has written the facts as the storage takes them.
    interface Encoded {
        /// On the storing thread: one transaction, on disk when it returns.
        void store();
    }

    /// The costly half of storing, which needs no storage: any thread, several batches side by side.
    Encoded encode(List<Imported> batch);

    /// Classes the files brought that the catalogue did not have; they form a new catalogue version.
    void classes(String version, List<CaseClass> added);

    void departments(List<Department> added);
}
