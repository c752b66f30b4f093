/// The contract both programs share: wire records and their JSON codec.
@NullMarked
package org.yiping.protocol;

import org.jspecify.annotations.NullMarked;
