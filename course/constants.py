"""Physical constants of the Earth and its orbits, each with its source on the line."""

MU_EARTH_KM3_S2 = 398600.4418  #: WGS84 gravitational parameter, with the air (NIMA TR8350.2, table 3.1)
EARTH_RADIUS_KM = 6378.137  #: WGS84 equatorial radius (NIMA TR8350.2, table 3.1)
EARTH_FLATTENING = 1 / 298.257223563  #: WGS84 (NIMA TR8350.2, table 3.1); the poles are 21 km nearer
EARTH_J2 = 1.08262668e-3  #: oblateness term of the gravity field (EGM96; Lemoine et al. 1998)
EARTH_ROTATION_RAD_S = 7.292115e-5  #: WGS84, against the stars (NIMA TR8350.2, table 3.1); 15.04 deg an hour
STANDARD_GRAVITY_M_S2 = 9.80665  #: exact, by definition (3rd CGPM, 1901)

SOLAR_DAY_S = 86400.0  #: exact; the day of clocks (Sun to Sun)
SIDEREAL_DAY_S = 86164.0905  #: mean sidereal day (IERS Conventions 2010, ch. 1); 3 min 56 s shorter
MEAN_OBLIQUITY_DEG = 23.4393  #: tilt of the equator to the ecliptic, J2000 (IAU 2006); bounds the beta angle

STATUTE_MILE_KM = 1.609344  #: exact (international yard and pound agreement, 1959)
NAUTICAL_MILE_KM = 1.852  #: exact (First International Extraordinary Hydrographic Conference, 1929)

ISS_INCLINATION_DEG = 51.64  #: mean of the shipped element sets since 1999, rounded from 51.642
