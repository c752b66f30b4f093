/// Holds somebody else's platform against the contract in `docs/api`: `./yiping conform`.
package org.yiping.conform;
