/// Reports and lists of cases as files: composed of figures of one moment, written beside all other work, kept until
/// they are fetched.
@NullMarked
package org.yiping.server.report;

import org.jspecify.annotations.NullMarked;
