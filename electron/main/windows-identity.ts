/** Owns by what Windows knows the program: the installers' shortcut and the program itself must say the same. Never to be changed. */

export const APP_USER_MODEL_ID = 'org.greenroom.Greenroom';

/** The class that Windows calls when a person uses a notice. */
export const TOAST_ACTIVATOR = '{0372D455-4FA9-4451-BF17-A4B7F1434E62}';
