package slipway.cmdb;

/** How a site is reached; each channel has adapters behind the ports of site work. */
public enum Channel {
    /** A directory of this machine; the address is its absolute path. */
    DIRECTORY,
    /** By people; the address says where the site is. */
    BY_HAND
}
