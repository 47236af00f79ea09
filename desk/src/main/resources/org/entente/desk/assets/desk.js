/* Comforts; every page works without this file. */
