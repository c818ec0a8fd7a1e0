"""Height and name of the unit: shared by the exercises of unit 4."""

UNIT = "4-separation"
ISS_KM = 420.0
