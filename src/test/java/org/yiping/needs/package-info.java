/// What some tests need from the machine: skipped with a reason on a desk that lacks it, failed where CI lacks it.
package org.yiping.needs;
