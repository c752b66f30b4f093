/// The checks behind the gates: each takes text or classes and answers what is wrong with them, so that the same check
/// runs over the project and over a sample that must be refused.
package org.yiping.gate;
